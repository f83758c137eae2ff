package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.internal.dwarf.program.EntryRef;
import dev.weighbridge.formats.internal.dwarf.program.UnitRoles;
import java.util.List;
import java.util.Locale;

/** Tells whether split units are those that the skeletons of a program stand for. */
public final class SplitUnits {
  private SplitUnits() {}

  /** What identifies the first split unit that a program wants, for people. */
  public static String wantedBy(Dwarf program) {
    String first = first(program);
    return first.isEmpty() ? "a program with split units" : first;
  }

  /** What identifies the first unit of a file of split units; empty if nothing does. */
  public static String first(Dwarf units) {
    for (int row = 0; row < units.units().count(); row++) {
      long id = units.unit(row).splitId();
      if (id != 0) {
        return text(id);
      }
    }
    return "";
  }

  /** What identifies the first split unit of a file that a program wants; empty if it has none. */
  public static String shared(Dwarf program, Dwarf splits) {
    UnitRoles roles = UnitRoles.of(program, List.of(splits));
    for (int row = 0; row < program.units().count(); row++) {
      boolean isFound =
          roles.role(row) == Role.COMPILE && roles.splitFile(row) != EntryRef.OWN_FILE;
      if (isFound) {
        return text(program.unit(row).splitId());
      }
    }
    return "";
  }

  private static String text(long id) {
    return String.format(Locale.ROOT, "unit %016x", id);
  }
}
