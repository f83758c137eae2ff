package dev.weighbridge.formats.isa;

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

  /** The number of the range that holds an address; -1 if none does. */
  public int indexOf(long address) {
    return indexOf(address, 0);
  }

  /** The number of the first range that holds an address of {@code [address, address + more]}. */
  public int indexOf(long address, int more) {
    if (Long.compareUnsigned(address - low + more, span + more) >= 0) {
      return -1;
    }
    for (int i = 0; i < starts.length; i++) {
      if (Long.compareUnsigned(address - starts[i] + more, lengths[i] + more) < 0) {
        return i;
      }
    }
    return -1;
  }
}
