/**
 * The symbols of a Mach-O file, as columns, and whose each stub and each pointer is.
 *
 * <pre>{@code
 * MachOSymbolTable symbols = MachOFile.open(Path.of("libapp.dylib")).symbolTable();
 * for (int row = 0; row < symbols.count(); row++) {
 *   System.out.println(symbols.name(row) + " " + Long.toHexString(symbols.value(row)));
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.MachOFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.macho.symbols;

import org.jspecify.annotations.NullMarked;
