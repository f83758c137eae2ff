package dev.weighbridge.formats.internal.dwarf.program;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_producer;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_type;

import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.DwarfUnits;
import dev.weighbridge.formats.work.Work;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether classes that are in no function hold neither bodies nor variables with a place.
 * Where types have units of their own, gcc puts bodies into classes, else it does not; others may
 * do so, and say nowhere where the next entry is, so that there is little to gain.
 */
public final class BarrenClasses {
  /** What gcc calls itself for C and C++. */
  private static final String GNU = "GNU C";

  private final DwarfProgram program;
  private final @Nullable Boolean[] typeUnits;

  public BarrenClasses(DwarfProgram program) {
    this.program = program;
    typeUnits = new Boolean[program.supplementaryFile()];
  }

  /** Whether classes of a unit of a file are such. */
  public boolean areIn(DwarfUnit unit, int file) {
    Boolean known = typeUnits[file];
    if (known == null) {
      known = hasTypeUnits(program.ownOrSplit(file).units());
      typeUnits[file] = known;
    }
    if (known) {
      return false;
    }
    long producer = unit.text(unit.attributes(), DW_AT_producer);
    return unit.texts().text(producer).startsWith(GNU);
  }

  private static boolean hasTypeUnits(DwarfUnits units) {
    for (int i = 0; i < units.count(); i++) {
      Work.check();
      if (units.type(i) == DW_UT_type || units.type(i) == DW_UT_split_type) {
        return true;
      }
    }
    return false;
  }
}
