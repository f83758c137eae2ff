package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import java.util.ArrayList;
import java.util.List;

/** Ranges of addresses that are looked for in code. Immutable. */
public final class AddressRanges {
  /**
   * A range.
   *
   * @param start its first address
   * @param length bytes, 0 or more
   */
  public record Range(long start, long length) {}

  private final long[] starts;
  private final long[] lengths;
  private final long low;
  private final long span;

  /** Some ranges; in code that refers to all of them alike, the order is of no matter. */
  public AddressRanges(List<Range> ranges) {
    starts = new long[ranges.size()];
    lengths = new long[ranges.size()];
    long first = -1;
    long end = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = ranges.get(i).start();
      lengths[i] = ranges.get(i).length();
      long last = starts[i] + lengths[i];
      first = Long.compareUnsigned(starts[i], first) < 0 ? starts[i] : first;
      end = Long.compareUnsigned(last, end) > 0 ? last : end;
    }
    low = first;
    span = starts.length == 0 ? 0 : end - first;
  }

  /** The sections of an image that are loaded. */
  public static AddressRanges ofLoaded(BinaryImage image) {
    List<Range> loaded = new ArrayList<>();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.isLoaded()) {
        loaded.add(new Range(section.address(), section.memorySize()));
      }
    }
    return new AddressRanges(loaded);
  }

  /** The number of the range that holds an address; -1 if none does. */
  public int indexOf(long address) {
    return indexOf(address, 0);
  }

  /** The number of the first range that holds an address of {@code [address, address + more]}. */
  public int indexOf(long address, int more) {
    for (int i = 0; i < starts.length; i++) {
      long offset = address - starts[i] + more;
      if (offset >= 0 && offset < lengths[i] + more) {
        return i;
      }
    }
    return -1;
  }

  /** The lowest address of all. */
  public long low() {
    return low;
  }

  /** Bytes from the lowest to the end of the highest. */
  public long span() {
    return span;
  }
}
