/**
 * The lists that entries of DWARF refer to: ranges of addresses, locations of variables, and the
 * tables in which version 5 keeps them.
 *
 * <pre>{@code
 * ElfDwarf debug = ElfDwarf.of(ElfFile.open(Path.of("app.debug")));
 * Dwarf dwarf = Dwarf.of(debug.sections());
 * CodeAddresses code = debug.code();
 * for (int row = 0; row < dwarf.units().count(); row++) {
 *   DwarfUnit unit = dwarf.unit(row);
 *   Attributes root = unit.attributes();
 *   out.println(unit.texts().text(unit.text(root, DW_AT_name)));
 *   out.println("  by " + unit.texts().text(unit.text(root, DW_AT_producer)));
 *   int list = root.find(DW_AT_ranges);
 *   RangeCursor ranges = new RangeCursor(unit);
 *   if (list >= 0 && ranges.open(root.form(list), root.value(list))) {
 *     while (ranges.next()) {
 *       // Linkers leave the ranges of code that they drop, with an address where no code is.
 *       if (code.isCode(ranges.start())) {
 *         out.println("  " + Long.toHexString(ranges.start()) + " " + ranges.end());
 *       }
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>A cursor reads lists of one unit, {@linkplain dev.weighbridge.formats.dwarf.lists.RangeCursor
 * of ranges} or {@linkplain dev.weighbridge.formats.dwarf.lists.LocationCursor of locations},
 * whatever the version and form; it says where in its section each list lies. The {@linkplain
 * dev.weighbridge.formats.dwarf.lists.ListTables tables} of a section are read without their lists.
 */
@NullMarked
package dev.weighbridge.formats.dwarf.lists;

import org.jspecify.annotations.NullMarked;
