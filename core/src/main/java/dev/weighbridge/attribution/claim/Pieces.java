package dev.weighbridge.attribution.claim;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * Ranges that do not overlap, in ascending order, each with a code that says what claims it. There
 * may be gaps between them.
 *
 * <p>Exactly two classes extend it, {@link Columns} and {@link StructurePieces}: with a third one
 * the loops that walk along pieces would call none of them directly.
 */
public abstract class Pieces {
  /** How many there are. */
  public abstract int count();

  /** First place of a piece. */
  public abstract long start(int piece);

  /** End of a piece, exclusive. */
  public abstract long end(int piece);

  /** What claims a piece. */
  public abstract int code(int piece);

  /** The last piece that starts at or before a place, or -1 if none does. */
  public final int floor(long place) {
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (start(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** These pieces where they are, the others in the gaps they leave. */
  public final Pieces over(Pieces lower) {
    if (count() == 0 || lower.count() == 0) {
      return count() == 0 ? lower : this;
    }
    Builder merged = new Builder(count() + lower.count());
    int below = 0;
    long gapStart = Long.MIN_VALUE;
    for (int i = 0; i < count(); i++) {
      below = lower.addBetween(gapStart, start(i), below, merged);
      merged.add(start(i), end(i), code(i));
      gapStart = end(i);
    }
    lower.addBetween(gapStart, Long.MAX_VALUE, below, merged);
    return merged.freeze();
  }

  /** Adds the parts of these pieces in {@code [from, to)}; returns the piece to go on with. */
  private int addBetween(long from, long to, int first, Builder target) {
    int i = first;
    while (i < count() && end(i) <= from) {
      i++;
    }
    while (i < count() && start(i) < to) {
      long s = Math.max(start(i), from);
      long e = Math.min(end(i), to);
      if (s < e) {
        target.add(s, e, code(i));
      }
      if (end(i) > to) {
        return i;
      }
      i++;
    }
    return i;
  }

  /** Pieces over columns that already hold them in order and do not change any more. */
  static Pieces of(LongColumn start, LongColumn end, IntColumn code) {
    return new Columns(start, end, code);
  }

  /** Pieces in columns of their own. */
  private static final class Columns extends Pieces {
    private final LongColumn start;
    private final LongColumn end;
    private final IntColumn code;

    Columns(LongColumn start, LongColumn end, IntColumn code) {
      this.start = start;
      this.end = end;
      this.code = code;
    }

    @Override
    public int count() {
      return code.count();
    }

    @Override
    public long start(int piece) {
      return start.get(piece);
    }

    @Override
    public long end(int piece) {
      return end.get(piece);
    }

    @Override
    public int code(int piece) {
      return code.get(piece);
    }
  }

  /** Pieces while they are found, one behind the other. */
  public static final class Builder {
    private final LongColumn start;
    private final LongColumn end;
    private final IntColumn code;

    /** No pieces yet, and room for some. */
    public Builder(int expected) {
      start = new LongColumn(expected);
      end = new LongColumn(expected);
      code = new IntColumn(expected);
    }

    /** Appends a piece; it must start at or behind the end of the last one. */
    public void add(long from, long to, int what) {
      start.add(from);
      end.add(to);
      code.add(what);
    }

    /** The pieces. Nothing may be added afterwards. */
    public Pieces freeze() {
      return new Columns(start, end, code);
    }
  }
}
