package dev.weighbridge.formats.dwarf.index;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.problems.Diagnostics;
import java.nio.ByteOrder;
import java.util.Objects;
import java.util.Optional;

/**
 * The index that gdb reads: {@code .gdb_index}, versions 3 to 9. GDB manual, "Index Section
 * Format". Always little-endian.
 *
 * @param version of the format
 * @param unitsStart where the list of compile units begins
 * @param typeUnitsStart where the list of type units begins, which is the end of the former
 * @param addressesStart where the list of code addresses begins
 * @param symbolsStart where the hash table of names begins
 * @param poolStart where the names and lists of units begin
 * @param end end of the section
 */
public record GdbIndex(
    int version,
    long unitsStart,
    long typeUnitsStart,
    long addressesStart,
    long symbolsStart,
    long poolStart,
    long end) {
  private static final int UNIT = 16;
  private static final int MAX_VERSION = 9;

  /** Version from which a table of shortcuts lies before the pool. */
  private static final int SHORTCUTS = 9;

  /** The index of a file; empty if there is none, or one that makes no sense. */
  public static Optional<GdbIndex> read(DwarfSections sections, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(diagnostics, "diagnostics");
    Bytes bytes = sections.bytes(DwarfSection.GDB_INDEX).withOrder(ByteOrder.LITTLE_ENDIAN);
    if (bytes.length() == 0) {
      return Optional.empty();
    }
    long version = bytes.length() < 4 ? 0 : bytes.u32(0);
    int header = version >= SHORTCUTS ? 28 : 24;
    if (version < 3 || version > MAX_VERSION || bytes.length() < header) {
      diagnostics.add(
          sections.defect(DwarfSection.GDB_INDEX, 0, "version 3 to 9", "version " + version));
      return Optional.empty();
    }
    GdbIndex index =
        new GdbIndex(
            (int) version,
            bytes.u32(4),
            bytes.u32(8),
            bytes.u32(12),
            bytes.u32(16),
            bytes.u32(header - 4),
            bytes.length());
    if (!index.isAscending(header)) {
      diagnostics.add(
          sections.defect(
              DwarfSection.GDB_INDEX, 4, "lists one behind the other", "another order"));
      return Optional.empty();
    }
    return Optional.of(index);
  }

  private boolean isAscending(long header) {
    return header <= unitsStart
        && unitsStart <= typeUnitsStart
        && typeUnitsStart <= addressesStart
        && addressesStart <= symbolsStart
        && symbolsStart <= poolStart
        && poolStart <= end;
  }

  /** How many compile units it lists. */
  public long unitCount() {
    return (typeUnitsStart - unitsStart) / UNIT;
  }
}
