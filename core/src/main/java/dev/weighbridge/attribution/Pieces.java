package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Ranges that do not overlap, in ascending order, each with a code that says what claims it. There
 * may be gaps between them.
 */
final class Pieces {
  private final long[] start;
  private final long[] end;
  private final int[] code;

  private Pieces(Builder builder) {
    start = builder.start.freeze();
    end = builder.end.freeze();
    code = builder.code.freeze();
  }

  int count() {
    return code.length;
  }

  long start(int piece) {
    return start[piece];
  }

  long end(int piece) {
    return end[piece];
  }

  int code(int piece) {
    return code[piece];
  }

  /** The last piece that starts at or before a place, or -1 if none does. */
  int floor(long place) {
    int low = 0;
    int high = code.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (start[middle] <= place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** The same pieces with a number added to each code. */
  Pieces shifted(int by) {
    Builder shifted = new Builder(count());
    for (int i = 0; i < code.length; i++) {
      shifted.add(start[i], end[i], Math.addExact(code[i], by));
    }
    return shifted.freeze();
  }

  /** These pieces where they are, the others in the gaps they leave. */
  Pieces over(Pieces lower) {
    Builder merged = new Builder(count() + lower.count());
    int below = 0;
    for (int i = 0; i < code.length; i++) {
      long gapStart = i == 0 ? Long.MIN_VALUE : end[i - 1];
      below = lower.addBetween(gapStart, start[i], below, merged);
      merged.add(start[i], end[i], code[i]);
    }
    long last = code.length == 0 ? Long.MIN_VALUE : end[code.length - 1];
    lower.addBetween(last, Long.MAX_VALUE, below, merged);
    return merged.freeze();
  }

  /** Adds the parts of these pieces in {@code [from, to)}; returns the piece to go on with. */
  private int addBetween(long from, long to, int first, Builder target) {
    int i = first;
    while (i < code.length && end[i] <= from) {
      i++;
    }
    while (i < code.length && start[i] < to) {
      long s = Math.max(start[i], from);
      long e = Math.min(end[i], to);
      if (s < e) {
        target.add(s, e, code[i]);
      }
      if (end[i] > to) {
        return i;
      }
      i++;
    }
    return i;
  }

  static final class Builder {
    private final LongColumn start;
    private final LongColumn end;
    private final IntColumn code;

    Builder(int expected) {
      start = new LongColumn(expected);
      end = new LongColumn(expected);
      code = new IntColumn(expected);
    }

    /** Appends a piece; it must start at or behind the end of the last one. */
    void add(long from, long to, int what) {
      start.add(from);
      end.add(to);
      code.add(what);
    }

    Pieces freeze() {
      return new Pieces(this);
    }
  }
}
