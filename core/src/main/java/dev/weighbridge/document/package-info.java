/**
 * The JSON of the commands {@code size}, {@code diff} and {@code lint}, read back into values: for
 * those who keep it, compare it, or are sent it.
 *
 * <pre>{@code
 * SizeDocument size = SizeDocument.read(Path.of("size.json"));
 * for (SizeDocument.Row row : size.rows()) {
 *   System.out.println(row.label() + " " + row.sizes().file());
 * }
 * }</pre>
 *
 * <p>Words, such as a severity or a kind of bytes, are texts as the documents have them, as those
 * of a later version may have others. Members that are not known are of later versions and pass.
 */
@NullMarked
package dev.weighbridge.document;

import org.jspecify.annotations.NullMarked;
