/**
 * What the sections of a module hold, an item a record: types, imports, functions, tables,
 * memories, globals, tags, exports, segments.
 *
 * <pre>{@code
 * for (WasmImport item : module.imports()) {
 *   System.out.println(item.kind() + " " + item.module() + "." + item.name());
 * }
 * }</pre>
 *
 * <p>A module outlines its items when it is made and decodes one when it is asked for: {@link
 * dev.weighbridge.wasm.ItemTable#row}. Each knows its place in the file, counted from the start of
 * the module. Core specification 5.3 and 5.5.
 */
@NullMarked
package dev.weighbridge.wasm.items;

import org.jspecify.annotations.NullMarked;
