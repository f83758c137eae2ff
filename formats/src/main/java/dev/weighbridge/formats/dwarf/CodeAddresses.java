package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;

/**
 * Where a program keeps its code: what tells live code from code that the linker dropped.
 *
 * <p>Linkers leave debug information of dropped code in place and put a mark where its address was:
 * 0, 1, all ones, or one less. Whether 0 is such a mark only the sections of code tell: in objects
 * and firmware it is an address like others. Immutable.
 */
public final class CodeAddresses {
  /** Nobody knows where code is: every address may be code. */
  public static final CodeAddresses UNKNOWN = new CodeAddresses(new long[0], new long[0]);

  /** Collects ranges in any order. */
  public static final class Builder {
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);

    /** An empty collection. */
    public Builder() {}

    /** Adds the code at {@code [from, from + size)}; nothing if it has no size or wraps around. */
    public Builder add(long from, long size) {
      if (size > 0 && Long.compareUnsigned(from + size, from) > 0) {
        start.add(from);
        end.add(from + size);
      }
      return this;
    }

    /** The ranges in order; {@link #UNKNOWN} if there are none. */
    public CodeAddresses build() {
      return start.count() == 0 ? UNKNOWN : merged(start.freeze(), end.freeze());
    }
  }

  private final long[] starts;
  private final long[] ends;

  private CodeAddresses(long[] starts, long[] ends) {
    this.starts = starts;
    this.ends = ends;
  }

  private static CodeAddresses merged(long[] start, long[] end) {
    int[] order = Order.ascending(start, start.length);
    long[] starts = new long[order.length];
    long[] ends = new long[order.length];
    int count = 0;
    for (int row : order) {
      if (count > 0 && Long.compareUnsigned(start[row], ends[count - 1]) < 0) {
        ends[count - 1] = maxUnsigned(ends[count - 1], end[row]);
      } else {
        starts[count] = start[row];
        ends[count++] = end[row];
      }
    }
    return new CodeAddresses(Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
  }

  private static long maxUnsigned(long a, long b) {
    return Long.compareUnsigned(a, b) >= 0 ? a : b;
  }

  /** How many ranges there are, in ascending order, none overlapping another. */
  public int count() {
    return starts.length;
  }

  /** First address of a range. */
  public long start(int range) {
    return starts[range];
  }

  /** End of a range, exclusive. */
  public long end(int range) {
    return ends[range];
  }

  /** The range that holds an address, -1 if none does. */
  public int rangeAt(long address) {
    int range = Order.lastAtOrBefore(starts, address);
    return range >= 0 && Long.compareUnsigned(address, ends[range]) < 0 ? range : -1;
  }

  /** Whether there may be code at an address. */
  public boolean isCode(long address) {
    return starts.length == 0 || rangeAt(address) >= 0;
  }

  /** An end of a range that begins in code: no further than all code. */
  public long clip(long end) {
    int last = ends.length - 1;
    return last >= 0 && Long.compareUnsigned(ends[last], end) < 0 ? ends[last] : end;
  }

  @Override
  public String toString() {
    return count() + " ranges";
  }
}
