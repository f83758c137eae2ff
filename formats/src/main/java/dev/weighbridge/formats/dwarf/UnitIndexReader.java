package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the index of a package into columns. */
final class UnitIndexReader {
  private static final int GNU_VERSION = 2;
  private static final int VERSION = 5;
  private static final int HEADER = 16;

  /** What the numbers of columns mean, from 1; DW_SECT of version 2. */
  private static final List<DwarfSection> GNU_COLUMNS =
      List.of(
          DwarfSection.INFO,
          DwarfSection.TYPES,
          DwarfSection.ABBREV,
          DwarfSection.LINE,
          DwarfSection.LOC,
          DwarfSection.STR_OFFSETS,
          DwarfSection.MACINFO,
          DwarfSection.MACRO);

  /** The same of version 5, where 2 is not used. DWARF 5, 7.3.5.3. */
  private static final List<DwarfSection> COLUMNS =
      List.of(
          DwarfSection.INFO,
          DwarfSection.TYPES,
          DwarfSection.ABBREV,
          DwarfSection.LINE,
          DwarfSection.LOCLISTS,
          DwarfSection.STR_OFFSETS,
          DwarfSection.MACRO,
          DwarfSection.RNGLISTS);

  private final DwarfSections sections;
  private final DwarfSection section;
  private final Bytes bytes;
  private final Diagnostics diagnostics;
  final long[][] starts = new long[DwarfSection.count()][];
  final long[][] sizes = new long[DwarfSection.count()][];
  long[] ids = new long[0];
  int version;
  private long columns;
  private long units;
  private long slots;

  UnitIndexReader(DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
    this.sections = sections;
    this.section = section;
    this.bytes = sections.bytes(section);
    this.diagnostics = diagnostics;
  }

  /** Reads the index; what was read is in the fields then. */
  void read() {
    if (bytes.length() == 0 || !readHeader()) {
      version = 0;
      return;
    }
    int count = (int) units;
    long names = HEADER + slots * 12;
    long firstStarts = names + columns * 4;
    long firstSizes = firstStarts + columns * 4 * count;
    for (int column = 0; column < columns; column++) {
      DwarfSection meant = meaning(bytes.u32(names + column * 4L));
      if (meant != null && starts[meant.ordinal()] == null) {
        starts[meant.ordinal()] = column(firstStarts + column * 4L, count);
        sizes[meant.ordinal()] = column(firstSizes + column * 4L, count);
      }
    }
    ids = ids(count);
  }

  private boolean readHeader() {
    if (bytes.length() < HEADER) {
      return refuse("a header of " + HEADER + " bytes", bytes.length() + " bytes");
    }
    // Version 5 has two bytes and two of padding where version 2 has four.
    version = bytes.u32(0) == GNU_VERSION ? GNU_VERSION : bytes.u16(0);
    columns = bytes.u32(4);
    units = bytes.u32(8);
    slots = bytes.u32(12);
    if (version != GNU_VERSION && version != VERSION) {
      return refuse("version 2 or 5", "version " + version);
    }
    long left = bytes.length() - HEADER;
    boolean fits = slots <= left / 12 && columns <= 0xFFFF && units <= Integer.MAX_VALUE;
    // At most 2^16 * 2^32 * 8, so nothing here overflows.
    if (!fits || columns * 4 + columns * units * 8 > left - slots * 12) {
      return refuse("a table inside the section", slots + " slots, " + units + " units");
    }
    return true;
  }

  private boolean refuse(String expected, String found) {
    diagnostics.add(sections.defect(section, 0, expected, found));
    return false;
  }

  private @Nullable DwarfSection meaning(long number) {
    List<DwarfSection> known = version == GNU_VERSION ? GNU_COLUMNS : COLUMNS;
    return number >= 1 && number <= known.size() ? known.get((int) number - 1) : null;
  }

  private long[] column(long first, int count) {
    long[] values = new long[count];
    for (int row = 0; row < count; row++) {
      values[row] = bytes.u32(first + columns * 4 * row);
    }
    return values;
  }

  private long[] ids(int count) {
    long[] ids = new long[count];
    for (long slot = 0; slot < slots; slot++) {
      long row = bytes.u32(HEADER + slots * 8 + slot * 4);
      if (row >= 1 && row <= count) {
        ids[(int) row - 1] = bytes.i64(HEADER + slot * 8);
      }
    }
    return ids;
  }
}
