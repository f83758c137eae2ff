package dev.weighbridge.formats.internal.dwarf.program;

import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.CodeAddresses;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The debug information of a program and what was found beside it: split units, each joined to the
 * skeleton that stands for it, and a supplementary file.
 *
 * <p>A unit is a row of the program's own file; that of a skeleton stands for its split unit, too.
 * May be used by several threads.
 */
public final class DwarfProgram {
  /** Programs of more compile units than this read the first entries of the others anew. */
  private static final int MAX_KEPT = 1 << 16;

  private final Dwarf own;
  private final CodeAddresses code;
  private final List<Dwarf> splits;
  private final boolean isCompanion;
  private @Nullable UnitRoles roles;
  private DwarfUnit @Nullable [] kept;

  public DwarfProgram(Dwarf own, CodeAddresses code, List<Dwarf> splits, boolean isCompanion) {
    this.isCompanion = isCompanion;
    this.own = own;
    this.code = code;
    this.splits = List.copyOf(splits);
  }

  /** The debug information in the program's own file. */
  public Dwarf own() {
    return own;
  }

  /** Where the code of the program is. */
  public CodeAddresses code() {
    return code;
  }

  /** Whether what is called own here lies in a file beside that of the program. */
  public boolean isCompanion() {
    return isCompanion;
  }

  /** How many units the program has. */
  public int unitCount() {
    return own.units().count();
  }

  /** A unit of the program's own file; compile units are kept, with their first entries. */
  public DwarfUnit unit(int row) {
    DwarfUnit[] units = kept();
    if (row >= units.length || role(row) != Role.COMPILE) {
      return own.unit(row);
    }
    DwarfUnit unit = units[row];
    if (unit == null) {
      unit = own.unit(row);
      units[row] = unit;
    }
    return unit;
  }

  private synchronized DwarfUnit[] kept() {
    if (kept == null) {
      kept = new DwarfUnit[Math.min(MAX_KEPT, unitCount())];
    }
    return kept;
  }

  private synchronized UnitRoles roles() {
    if (roles == null) {
      roles = UnitRoles.of(own, splits);
    }
    return roles;
  }

  /** What a unit is. */
  public Role role(int unit) {
    return roles().role(unit);
  }

  /** The units in the order in which they own what several claim: compile units first. */
  public int[] order() {
    return roles().order();
  }

  /** Number of the file that holds the split unit of a skeleton, 0 if there is none. */
  public int splitFile(int unit) {
    return roles().splitFile(unit);
  }

  /** Row of the split unit of a skeleton in its file, where there is one. */
  int splitRow(int unit) {
    return roles().splitRow(unit);
  }

  /**
   * The unit that tells of the code: the split unit of a skeleton if it was found, joined to it,
   * else the unit itself.
   */
  public DwarfUnit full(int row) {
    int file = splitFile(row);
    DwarfUnit unit = unit(row);
    return file == EntryRef.OWN_FILE
        ? unit
        : ownOrSplit(file).unit(roles().splitRow(row)).withSkeleton(unit);
  }

  /** The unit of the program that a unit of one of its files is, -1 if there is none. */
  public int unitOf(int file, int row) {
    return file == EntryRef.OWN_FILE ? row : roles().skeletonOf(file, row);
  }

  /** The number of the supplementary file, whether there is one or not. */
  public int supplementaryFile() {
    return splits.size() + 1;
  }

  /** The debug information of a file by its number, null if there is none. */
  public @Nullable Dwarf file(int number) {
    return number <= splits.size() ? ownOrSplit(number) : own.supplementary().orElse(null);
  }

  /** The debug information of the program's own file, or of one with split units. */
  public Dwarf ownOrSplit(int number) {
    return number == EntryRef.OWN_FILE ? own : splits.get(number - 1);
  }

  /** Bytes of range lists in all files. */
  long rangeListBytes() {
    long sum = 0;
    for (int number = 0; number <= splits.size(); number++) {
      DwarfSections sections = ownOrSplit(number).sections();
      sum += sections.bytes(DwarfSection.RANGES).length();
      sum += sections.bytes(DwarfSection.RNGLISTS).length();
    }
    return sum;
  }
}
