/**
 * What a PE image or COFF object says, typed: headers, sections, symbols and tables, each record
 * with the range of the file it was read from.
 *
 * <p>Start with {@link dev.weighbridge.formats.pe.PeFile}. Only its headers are read at once; a
 * table is parsed when it is first asked for. Numbers that this package does not know stay raw.
 *
 * <pre>{@code
 * PeFile file = PeFile.open(Path.of("app.dll"));
 * file.exports().stream().forEach(export -> System.out.println(export.name()));
 * PeUnwindTable functions = file.unwindTable();
 * for (int row = 0; row < functions.count(); row++) {
 *   System.out.printf("%x %x%n", functions.beginRva(row), functions.endRva(row));
 * }
 * }</pre>
 *
 * <p>Addresses called RVA count from the image base; {@code PeFile.fileOffset} says where they lie
 * in the file.
 */
@NullMarked
package dev.weighbridge.formats.pe;

import org.jspecify.annotations.NullMarked;
