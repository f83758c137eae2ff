/**
 * The line programs of DWARF: which line of which file each instruction is from.
 *
 * <pre>{@code
 * Dwarf dwarf = Dwarf.of(ElfDwarf.of(ElfFile.open(Path.of("app.debug"))).sections());
 * LineSequence code = new LineSequence();
 * for (int row = 0; row < dwarf.units().count(); row++) {
 *   Optional<LineProgram> program = LineProgram.of(dwarf.unit(row), diagnostics);
 *   if (program.isPresent()) {
 *     LineFiles files = program.get().files();
 *     LineCursor rows = program.get().rows();
 *     while (code.read(rows)) {
 *       for (int i = 0; i < code.count(); i++) {
 *         String file = files.texts().text(files.name(code.file(i)));
 *         out.println(Long.toHexString(code.address(i)) + " " + file + ":" + code.line(i));
 *       }
 *     }
 *     rows.defect().ifPresent(defect -> out.println(defect.sentence()));
 *   }
 * }
 * }</pre>
 *
 * <p>A {@linkplain dev.weighbridge.formats.dwarf.lines.LineProgram program} is run by a {@linkplain
 * dev.weighbridge.formats.dwarf.lines.LineCursor cursor}, which stands on one row of the line
 * table; a {@linkplain dev.weighbridge.formats.dwarf.lines.LineSequence sequence} keeps the rows of
 * code in one piece. Code that the linker dropped has rows, too: where there is code, {@link
 * dev.weighbridge.formats.dwarf.CodeAddresses} tells.
 */
@NullMarked
package dev.weighbridge.formats.dwarf.lines;

import org.jspecify.annotations.NullMarked;
