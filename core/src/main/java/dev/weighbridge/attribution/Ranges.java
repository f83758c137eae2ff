package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;

/** A piecewise shift from one coordinate to another: addresses to places, or back. */
final class Ranges {
  private final long[] from;
  private final long[] length;
  private final long[] to;

  private Ranges(long[] from, long[] length, long[] to) {
    this.from = from;
    this.length = length;
    this.to = to;
  }

  /** The image of a coordinate, or -1 if no range holds it. */
  long map(long x) {
    int row = Order.lastAtOrBefore(from, x);
    boolean isInside = row >= 0 && Long.compareUnsigned(x - from[row], length[row]) < 0;
    return isInside ? to[row] + (x - from[row]) : -1;
  }

  /** How many there are. */
  int count() {
    return from.length;
  }

  static final class Builder {
    private final LongColumn from = new LongColumn(0);
    private final LongColumn length = new LongColumn(0);
    private final LongColumn to = new LongColumn(0);

    void add(long start, long count, long target) {
      if (count > 0) {
        from.add(start);
        length.add(count);
        to.add(target);
      }
    }

    Ranges freeze() {
      int count = from.count();
      long[] f = from.freeze();
      long[] l = length.freeze();
      long[] t = to.freeze();
      int[] order = Order.ascending(f, count);
      Ranges sorted = new Ranges(new long[count], new long[count], new long[count]);
      for (int i = 0; i < count; i++) {
        sorted.from[i] = f[order[i]];
        sorted.length[i] = l[order[i]];
        sorted.to[i] = t[order[i]];
      }
      return sorted;
    }
  }
}
