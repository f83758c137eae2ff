package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges of addresses that are looked for in code. Immutable. */
public final class AddressRanges {
  /**
   * A range.
   *
   * @param start its first address
   * @param length bytes, 0 or more
   */
  public record Range(long start, long length) {}

  /** Those of which all are looked at: that takes less than a search among them. */
  private static final int FEW = 64;

  /** A length that holds nothing, whatever is added to it. */
  private static final long EMPTY = Long.MIN_VALUE;

  private final long[] starts;
  private final long[] lengths;
  private final long low;
  private final long span;
  private final Optional<ManyRanges> many;

  /** Some ranges; in code that refers to all of them alike, the order is of no matter. */
  public AddressRanges(List<Range> ranges) {
    starts = new long[ranges.size()];
    lengths = new long[ranges.size()];
    long first = -1;
    long end = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = ranges.get(i).start();
      long length = ranges.get(i).length();
      lengths[i] = length > 0 ? length : EMPTY;
      long last = starts[i] + length;
      first = Long.compareUnsigned(starts[i], first) < 0 ? starts[i] : first;
      end = Long.compareUnsigned(last, end) > 0 ? last : end;
    }
    low = first;
    span = starts.length == 0 ? 0 : end - first;
    many = starts.length > FEW ? Optional.of(new ManyRanges(starts, lengths)) : Optional.empty();
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

  /** The number of the first range that holds an address; -1 if none does. */
  public int indexOf(long address) {
    return many.isPresent() ? many.get().indexOf(address) : firstNear(address, 0);
  }

  /** Whether one of them holds an address of {@code [address, address + more]}. */
  public boolean isNear(long address, int more) {
    return many.isPresent() ? many.get().isNear(address, more) : firstNear(address, more) >= 0;
  }

  private int firstNear(long address, int more) {
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
