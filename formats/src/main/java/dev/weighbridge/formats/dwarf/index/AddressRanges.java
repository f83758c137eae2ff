package dev.weighbridge.formats.dwarf.index;

import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.Encoding;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Objects;

/**
 * The addresses that each unit has code at: {@code .debug_aranges}. DWARF 5, 6.1.2.
 *
 * <p>Not every compiler writes it, and what the linker dropped stays in it, so no unit can be said
 * to have no code because it is not here. Immutable.
 */
public final class AddressRanges {
  private final UnitSets sets;
  private final int[] set;
  private final long[] address;
  private final long[] length;

  private AddressRanges(UnitSets sets, int[] set, long[] address, long[] length) {
    this.sets = sets;
    this.set = set;
    this.address = address;
    this.length = length;
  }

  /** Reads the table; without rows if the file has none. */
  public static AddressRanges read(DwarfSections sections, Diagnostics diagnostics) {
    Objects.requireNonNull(sections, "sections");
    Objects.requireNonNull(diagnostics, "diagnostics");
    UnitSets sets = UnitSets.read(sections, DwarfSection.ARANGES, diagnostics);
    IntColumn set = new IntColumn(0);
    LongColumn address = new LongColumn(0);
    LongColumn length = new LongColumn(0);
    Window window = new Window(sections.bytes(DwarfSection.ARANGES), 0, 0);
    for (int i = 0; i < sets.count(); i++) {
      window.reset(sets.bodyStart(i), sets.end(i));
      int size = window.u8();
      int segmentSize = window.u8();
      if (!Encoding.isAddressSize(size) || segmentSize != 0) {
        String found = size + " bytes, segments of " + segmentSize;
        diagnostics.add(
            sections.defect(
                DwarfSection.ARANGES,
                sets.start(i),
                "addresses of 2, 4 or 8 bytes, no segments",
                found));
        continue;
      }
      // The first row begins at a multiple of its own size.
      long header = window.position() - sets.start(i);
      window.skip(-header & (2L * size - 1));
      while (window.remaining() >= 2L * size) {
        long at = window.number(size);
        long bytes = window.number(size);
        if (at == 0 && bytes == 0) {
          break;
        }
        set.add(i);
        address.add(at);
        length.add(bytes);
      }
    }
    return new AddressRanges(sets, set.freeze(), address.freeze(), length.freeze());
  }

  /** The sets, each of one unit. */
  public UnitSets sets() {
    return sets;
  }

  /** How many ranges there are. */
  public int count() {
    return set.length;
  }

  /** The set that a range is in. */
  public int set(int row) {
    return set[row];
  }

  /** First address of a range. */
  public long address(int row) {
    return address[row];
  }

  /** Bytes of a range. */
  public long length(int row) {
    return length[row];
  }

  @Override
  public String toString() {
    return count() + " ranges";
  }
}
