/**
 * The debug information of Mach-O files: its sections, its places relocated.
 *
 * <pre>{@code
 * Path companion = Path.of("libapp.dSYM/Contents/Resources/DWARF/libapp");
 * Dwarf dwarf = Dwarf.of(MachODwarf.of(MachOFile.open(companion)).sections());
 * for (int row = 0; row < dwarf.units().count(); row++) {
 *   DwarfUnit unit = dwarf.unit(row);
 *   String name = unit.texts().text(unit.text(unit.attributes(), DW_AT_name));
 *   out.println(name + ", version " + unit.encoding().version());
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.macho.debug.MachODwarf} hands the sections to {@link
 * dev.weighbridge.formats.dwarf.Dwarf}, which knows no file format, and says where the code is.
 */
@NullMarked
package dev.weighbridge.formats.macho.debug;

import org.jspecify.annotations.NullMarked;
