/**
 * What the name sections of modules and components call the items.
 *
 * <pre>{@code
 * NameMap functions = module.names().of(NameKind.FUNCTION);
 * for (int row = 0; row < functions.count(); row++) {
 *   System.out.println("func[" + functions.index(row) + "] " + functions.name(row));
 * }
 * }</pre>
 *
 * <p>Names stay bytes of the file until someone asks for text; each row knows its place. The name
 * section is for people and binds nothing: indices may repeat, name nothing, or be left out. What
 * breaks its format becomes a diagnostic and leaves the names before it.
 */
@NullMarked
package dev.weighbridge.wasm.names;

import org.jspecify.annotations.NullMarked;
