/**
 * What a module tells linkers and loaders in custom sections: symbols, segments, relocations and
 * the libraries it needs. Tool conventions, {@code Linking.md} and {@code DynamicLinking.md}.
 *
 * <pre>{@code
 * if (module.custom().linking().isPresent()) {
 *   LinkingSymbolTable symbols = module.custom().linking().get().symbols();
 *   for (int row = 0; row < symbols.count(); row++) {
 *     System.out.println(symbols.name(row));
 *   }
 * }
 * }</pre>
 *
 * <p>Object files have these sections; linkers keep them in their output only if asked. A section
 * that is cut short keeps the rows before the fault.
 */
@NullMarked
package dev.weighbridge.wasm.linking;

import org.jspecify.annotations.NullMarked;
