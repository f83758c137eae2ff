/**
 * The tables that let debuggers find units of DWARF without reading them all: by address and by
 * name.
 *
 * <pre>{@code
 * DwarfSections sections = ElfDwarf.of(ElfFile.open(Path.of("app.debug"))).sections();
 * AddressRanges ranges = AddressRanges.read(sections, diagnostics);
 * for (int row = 0; row < ranges.count(); row++) {
 *   long unit = ranges.sets().unit(ranges.set(row));
 *   String address = Long.toHexString(ranges.address(row));
 *   out.println(address + ", " + ranges.length(row) + " bytes: unit at " + unit);
 * }
 * for (NameIndex names : NameIndex.read(sections, diagnostics)) {
 *   out.println(names.nameCount() + " names of " + names.unitCount() + " units");
 * }
 * }</pre>
 *
 * <p>Tools may write them or not, and some are of a part of the units only; what they say is never
 * needed to read a unit. What is wrong with them goes to the diagnostics that are handed in.
 */
@NullMarked
package dev.weighbridge.formats.dwarf.index;

import org.jspecify.annotations.NullMarked;
