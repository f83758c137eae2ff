package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Ranges that do not overlap, in ascending order, each with a code that says what claims it. There
 * may be gaps between them.
 */
final class Pieces {
  private final LongColumn start;
  private final LongColumn end;
  private final IntColumn code;

  private Pieces(LongColumn start, LongColumn end, IntColumn code) {
    this.start = start;
    this.end = end;
    this.code = code;
  }

  /** Pieces over columns that already hold them in order and do not change any more. */
  static Pieces of(LongColumn start, LongColumn end, IntColumn code) {
    return new Pieces(start, end, code);
  }

  int count() {
    return code.count();
  }

  long start(int piece) {
    return start.get(piece);
  }

  long end(int piece) {
    return end.get(piece);
  }

  int code(int piece) {
    return code.get(piece);
  }

  /** The last piece that starts at or before a place, or -1 if none does. */
  int floor(long place) {
    int low = 0;
    int high = code.count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (start.get(middle) <= place) {
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
    for (int i = 0; i < code.count(); i++) {
      shifted.add(start.get(i), end.get(i), Math.addExact(code.get(i), by));
    }
    return shifted.freeze();
  }

  /** These pieces where they are, the others in the gaps they leave. */
  Pieces over(Pieces lower) {
    Builder merged = new Builder(count() + lower.count());
    int below = 0;
    for (int i = 0; i < code.count(); i++) {
      long gapStart = i == 0 ? Long.MIN_VALUE : end.get(i - 1);
      below = lower.addBetween(gapStart, start.get(i), below, merged);
      merged.add(start.get(i), end.get(i), code.get(i));
    }
    long last = code.count() == 0 ? Long.MIN_VALUE : end.get(code.count() - 1);
    lower.addBetween(last, Long.MAX_VALUE, below, merged);
    return merged.freeze();
  }

  /** Adds the parts of these pieces in {@code [from, to)}; returns the piece to go on with. */
  private int addBetween(long from, long to, int first, Builder target) {
    int i = first;
    while (i < code.count() && end.get(i) <= from) {
      i++;
    }
    while (i < code.count() && start.get(i) < to) {
      long s = Math.max(start.get(i), from);
      long e = Math.min(end.get(i), to);
      if (s < e) {
        target.add(s, e, code.get(i));
      }
      if (end.get(i) > to) {
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
      return new Pieces(start, end, code);
    }
  }
}
