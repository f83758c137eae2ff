package dev.weighbridge.formats.internal.dwarf.functions;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_MIPS_linkage_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_abstract_origin;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_linkage_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_ref_addr;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;

/**
 * The functions met so far, each once: the entry that a body says it is an instance of; else the
 * body itself. Names are found last.
 */
final class FunctionRows {
  private final LongIntMap rows = new LongIntMap();
  private final LongColumn entries = new LongColumn(0);
  private final IntColumn units = new IntColumn(0);

  /**
   * The entry of the function that an entry is a body of, of the same for all its bodies.
   *
   * @param offset where the entry is in the section of its unit
   * @param file number of the file of the unit
   */
  static long key(DwarfProgram program, DwarfUnit unit, int file, Attributes entry, long offset) {
    // Constructors and destructors are several bodies of one declaration, each with its own name.
    boolean isNamed = entry.has(DW_AT_linkage_name) || entry.has(DW_AT_MIPS_linkage_name);
    long origin =
        isNamed ? EntryRef.NONE : reference(program, unit, file, entry, DW_AT_abstract_origin);
    return origin == EntryRef.NONE ? EntryRef.of(file, unit.header().section(), offset) : origin;
  }

  /**
   * The row of a function.
   *
   * @param key its entry
   * @param unitRow the unit of the program that has a body of it
   */
  int row(long key, int unitRow) {
    int known = rows.putIfAbsent(key, entries.count());
    if (known >= 0) {
      return known;
    }
    entries.add(key);
    units.add(unitRow);
    return entries.count() - 1;
  }

  /** The entry that an attribute refers to, {@link EntryRef#NONE} if there is none. */
  static long reference(
      DwarfProgram program, DwarfUnit unit, int file, Attributes entry, int attribute) {
    int found = entry.find(attribute);
    if (found < 0) {
      return EntryRef.NONE;
    }
    int form = entry.form(found);
    long at = unit.reference(form, entry.value(found));
    if (DwarfUnit.isSupplementary(form)) {
      return EntryRef.of(program.supplementaryFile(), DwarfSection.INFO, at);
    }
    DwarfSection section = form == DW_FORM_ref_addr ? DwarfSection.INFO : unit.header().section();
    return EntryRef.of(file, section, at);
  }

  /** How many functions there are. */
  int count() {
    return entries.count();
  }

  /** The entry of a function. */
  long entry(int function) {
    return entries.get(function);
  }

  /** The unit whose code first had the function. */
  int unit(int function) {
    return units.get(function);
  }
}
