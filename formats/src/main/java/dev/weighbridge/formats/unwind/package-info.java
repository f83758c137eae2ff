/**
 * Unwind and exception tables, the same in every format that has them: where each function starts
 * and ends, and which bytes of the tables are there for it.
 *
 * <p>Describe each section with an {@link dev.weighbridge.formats.unwind.UnwindSection} and read
 * them together:
 *
 * <pre>{@code
 * UnwindSection section =
 *     new UnwindSection(
 *         ".eh_frame", Role.EH_FRAME, bytes, 0x2E40, 0x3A10, 0x402E40, PointerRules.linked(8));
 * EhFrame frames = EhFrame.read(section, diagnostics);
 * for (int row = 0; row < frames.count(); row++) {
 *   if (frames.hasCode(row)) {
 *     System.out.printf("%x %d%n", frames.pcBegin(row), frames.pcLength(row));
 *   }
 * }
 * }</pre>
 *
 * <p>Tables are columns, because a large program has a hundred thousand frame records; {@code
 * fdes()}, {@code cies()} and {@code stream()} make objects for people.
 */
@NullMarked
package dev.weighbridge.formats.unwind;

import org.jspecify.annotations.NullMarked;
