/**
 * The debug information of PE files that are made by tools of GNU: its sections.
 *
 * <pre>{@code
 * Dwarf dwarf = Dwarf.of(PeDwarf.of(PeFile.open(Path.of("app.exe"))).sections());
 * AbbreviationTables tables = dwarf.abbreviationTables();
 * for (int row = 0; row < dwarf.units().count(); row++) {
 *   DwarfUnit unit = dwarf.unit(row);
 *   EntryCursor entry = unit.entries(tables);
 *   long count = 0;
 *   while (entry.next()) {
 *     count++;
 *   }
 *   String name = unit.texts().text(unit.text(unit.attributes(), DW_AT_name));
 *   out.println(name + ": " + count + " entries");
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.pe.debug.PeDwarf} hands the sections to {@link
 * dev.weighbridge.formats.dwarf.Dwarf}, which knows no file format, and says where the code is.
 * What compilers of Microsoft write instead is in a program database, which is told as {@link
 * dev.weighbridge.formats.debug.DebugInformation}.
 */
@NullMarked
package dev.weighbridge.formats.pe.debug;

import org.jspecify.annotations.NullMarked;
