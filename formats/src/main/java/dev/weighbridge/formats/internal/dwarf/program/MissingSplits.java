package dev.weighbridge.formats.internal.dwarf.program;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_dwo_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_dwo_name;

import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.problems.Diagnostics;

/**
 * Tells of skeletons whose split unit was not found. Their functions, inlined code and variables
 * are unknown then, which looks as if nothing had been inlined.
 */
public final class MissingSplits {
  private MissingSplits() {}

  /** Says how many there are, if any, and what the file of the first is called. */
  public static void report(DwarfProgram program, Diagnostics diagnostics) {
    int split = 0;
    int missing = 0;
    String first = "";
    for (int row = 0; row < program.unitCount(); row++) {
      if (program.role(row) == Role.COMPILE && program.unit(row).splitId() != 0) {
        split++;
        if (program.splitFile(row) == EntryRef.OWN_FILE) {
          first = missing++ == 0 ? fileName(program.unit(row)) : first;
        }
      }
    }
    if (missing > 0) {
      String such = first.isEmpty() ? "" : " such as " + first;
      String expected = "a file" + such + " for each of " + split;
      diagnostics.warn("split units", -1, expected, "none for " + missing);
    }
  }

  private static String fileName(DwarfUnit unit) {
    boolean isNew = unit.attributes().has(DW_AT_dwo_name);
    int attribute = isNew ? DW_AT_dwo_name : DW_AT_GNU_dwo_name;
    return unit.texts().text(unit.text(unit.attributes(), attribute));
  }
}
