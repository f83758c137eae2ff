/**
 * The function table of a PE image and the unwind records it leads to.
 *
 * <pre>{@code
 * PeUnwindTable functions = PeFile.open(Path.of("app.dll")).unwindTable();
 * for (int row = 0; row < functions.count(); row++) {
 *   System.out.println(functions.endRva(row) - functions.beginRva(row));
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.PeFile} gives them out.
 */
@NullMarked
package dev.weighbridge.formats.pe.unwind;

import org.jspecify.annotations.NullMarked;
