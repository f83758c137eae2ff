/**
 * What debug information says, typed: the format DWARF, versions 2 to 5, each part with the range
 * of the section it was read from.
 *
 * <pre>{@code
 * Dwarf dwarf = Dwarf.of(ElfDwarf.of(ElfFile.open(app)).sections());
 * AbbreviationTables tables = dwarf.abbreviationTables();
 * for (int row = 0; row < dwarf.units().count(); row++) {
 *   DwarfUnit unit = dwarf.unit(row);
 *   out.println(unit.texts().text(unit.text(unit.attributes(), DW_AT_name)));
 *   EntryCursor entry = unit.entries(tables);
 *   while (entry.next()) {
 *     if (entry.tag() == DW_TAG_subprogram && entry.has(DW_AT_low_pc)) {
 *       Attributes attributes = entry.attributes();
 *       int low = attributes.find(DW_AT_low_pc);
 *       long start = unit.address(attributes.form(low), attributes.value(low));
 *       String name = unit.texts().text(unit.text(attributes, DW_AT_name));
 *       out.println("  " + name + " at " + Long.toHexString(start));
 *     }
 *   }
 *   entry.defect().ifPresent(defect -> out.println(defect.sentence()));
 * }
 * }</pre>
 *
 * <p>{@link dev.weighbridge.formats.dwarf.Dwarf} knows no file format: it is handed {@linkplain
 * dev.weighbridge.formats.dwarf.DwarfSections sections}, restored and relocated, by whoever knows
 * the file, and fetches each when it first needs it. Nothing is read before it is asked for; the
 * first entry of a {@linkplain dev.weighbridge.formats.dwarf.DwarfUnit unit} is read without the
 * others.
 *
 * <p>No object is made for an entry: a {@linkplain dev.weighbridge.formats.dwarf.EntryCursor
 * cursor} stands on one. Attributes are raw numbers beside their forms, and the unit says what they
 * mean: {@linkplain dev.weighbridge.formats.dwarf.DwarfUnit#text text}, {@linkplain
 * dev.weighbridge.formats.dwarf.DwarfUnit#address addresses}, {@linkplain
 * dev.weighbridge.formats.dwarf.DwarfUnit#reference references}. Names stay bytes, named by a
 * number, until {@link dev.weighbridge.formats.dwarf.DwarfTexts} makes text of them.
 *
 * <p>A damaged unit ends the walk over that unit only. Numbers that this package does not know stay
 * raw; those it knows are in {@link dev.weighbridge.formats.dwarf.DwarfConstants}.
 *
 * <p>Rooms above this one read what entries refer to: {@code dwarf.lists}, {@code dwarf.lines},
 * {@code dwarf.index}.
 */
@NullMarked
package dev.weighbridge.formats.dwarf;

import org.jspecify.annotations.NullMarked;
