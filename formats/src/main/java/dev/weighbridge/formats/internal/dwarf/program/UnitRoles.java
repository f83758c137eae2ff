package dev.weighbridge.formats.internal.dwarf.program;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_TAG_partial_unit;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_compile;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_partial;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_compile;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_type;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.debug.UnitTable.Role;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.UnitIndex;
import java.util.List;

/**
 * What each unit of a program is, and which split unit belongs to it: told by first entries and
 * identifiers, never by names. Immutable.
 */
public final class UnitRoles {
  private final Role[] roles;
  private final int[] order;
  private final int[] joined;
  private final int[] splitFile;
  private final int[] splitRow;
  private final LongIntMap skeletons = new LongIntMap();

  private UnitRoles(Role[] roles, int[] joined, Splits splits) {
    this.roles = roles;
    this.joined = joined;
    this.splitFile = splits.file.freeze();
    this.splitRow = splits.row.freeze();
    IntColumn first = new IntColumn(roles.length);
    IntColumn others = new IntColumn(0);
    for (int unit = 0; unit < roles.length; unit++) {
      (roles[unit] == Role.COMPILE ? first : others).add(unit);
      if (joined[unit] >= 0) {
        int split = joined[unit];
        skeletons.putIfAbsent(key(splitFile[split], splitRow[split]), unit);
      }
    }
    first.addAll(others);
    order = first.freeze();
  }

  public static UnitRoles of(Dwarf own, List<Dwarf> files) {
    Splits splits = new Splits(files);
    int count = own.units().count();
    Role[] roles = new Role[count];
    int[] joined = new int[count];
    for (int row = 0; row < count; row++) {
      DwarfUnit unit = own.unit(row);
      roles[row] = role(unit);
      long id = roles[row] == Role.COMPILE && !files.isEmpty() ? unit.splitId() : 0;
      joined[row] = id == 0 ? -1 : splits.ids.get(id);
    }
    return new UnitRoles(roles, joined, splits);
  }

  private static Role role(DwarfUnit unit) {
    int type = unit.header().type();
    if (type == DW_UT_type || type == DW_UT_split_type) {
      return Role.TYPE;
    }
    boolean isPartial = type == DW_UT_partial || unit.tag() == DW_TAG_partial_unit;
    return isPartial ? Role.PARTIAL : Role.COMPILE;
  }

  public Role role(int unit) {
    return roles[unit];
  }

  int[] order() {
    return order;
  }

  public int splitFile(int unit) {
    return joined[unit] < 0 ? EntryRef.OWN_FILE : splitFile[joined[unit]];
  }

  int splitRow(int unit) {
    return splitRow[joined[unit]];
  }

  /** The unit whose split unit this is, -1 if there is none. */
  int skeletonOf(int file, int row) {
    return skeletons.get(key(file, row));
  }

  private static long key(int file, int row) {
    return (long) file << Integer.SIZE | row;
  }

  /** The split units of some files by identifier. */
  private static final class Splits {
    private final LongIntMap ids = new LongIntMap();
    private final IntColumn file = new IntColumn(0);
    private final IntColumn row = new IntColumn(0);

    Splits(List<Dwarf> files) {
      for (int i = 0; i < files.size(); i++) {
        Dwarf dwarf = files.get(i);
        UnitIndex index = dwarf.compileUnitIndex();
        if (index.count() > 0) {
          addIndexed(dwarf, index, i + 1);
        } else {
          addAll(dwarf, i + 1);
        }
      }
    }

    /** A package says itself which units it has. */
    private void addIndexed(Dwarf dwarf, UnitIndex index, int number) {
      for (int i = 0; i < index.count(); i++) {
        long start = index.start(i, DwarfSection.INFO);
        add(index.id(i), number, dwarf.units().unitAt(DwarfSection.INFO, start));
      }
    }

    private void addAll(Dwarf dwarf, int number) {
      for (int unit = 0; unit < dwarf.units().count(); unit++) {
        int type = dwarf.units().type(unit);
        if (type == DW_UT_split_compile || type == DW_UT_compile) {
          add(dwarf.unit(unit).splitId(), number, unit);
        }
      }
    }

    private void add(long id, int number, int unit) {
      if (id != 0 && unit >= 0 && ids.putIfAbsent(id, row.count()) < 0) {
        file.add(number);
        row.add(unit);
      }
    }
  }
}
