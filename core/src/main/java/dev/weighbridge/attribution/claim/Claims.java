package dev.weighbridge.attribution.claim;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Claims of equal strength on ranges of places, which may nest and overlap.
 *
 * <p>The rule where they do: a byte goes to the claim that starts last; of those to the one that
 * ends first; of those to the one made first. So the innermost owns its bytes, and of two that
 * merely overlap the later one does.
 */
public final class Claims {
  private final LongColumn start;
  private final LongColumn end;
  private final IntColumn code;
  private final long first;
  private final long last;

  /** No claims yet, and room for some. */
  public Claims(int expected) {
    this(expected, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private Claims(int expected, long first, long last) {
    start = new LongColumn(expected);
    end = new LongColumn(expected);
    code = new IntColumn(expected);
    this.first = first;
    this.last = last;
  }

  /** No claims yet; of those made only the ones on a place are kept. */
  public static Claims at(long place) {
    return new Claims(0, place, place);
  }

  /** Makes a claim; one without bytes is none. */
  public void add(long from, long to, int what) {
    if (from < to && from <= last && to > first) {
      start.add(from);
      end.add(to);
      code.add(what);
    }
  }

  /** How many claims there are. */
  public int count() {
    return code.count();
  }

  /** The first place of a claim. */
  public long start(int claim) {
    return start.get(claim);
  }

  /** The end of a claim, exclusive. */
  public long end(int claim) {
    return end.get(claim);
  }

  /** What makes a claim. */
  public int code(int claim) {
    return code.get(claim);
  }

  /** What the claims come to, byte for byte. The claims must not be used afterwards. */
  public Pieces flatten() {
    return isDisjoint() ? Pieces.of(start, end, code) : sweep(inOrder());
  }

  private boolean isDisjoint() {
    for (int i = 1; i < start.count(); i++) {
      if (start.get(i) < end.get(i - 1)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The claims by ascending start, then descending end, then last made first: the winner comes
   * last. {@code null} if they already are.
   */
  private int @Nullable [] inOrder() {
    for (int i = 1; i < start.count(); i++) {
      if (!isBefore(i - 1, i)) {
        return sorted();
      }
    }
    return null;
  }

  private boolean isBefore(int claim, int other) {
    long first = start.get(claim);
    long second = start.get(other);
    return first < second || (first == second && end.get(claim) > end.get(other));
  }

  private int[] sorted() {
    int count = start.count();
    int[] rows = new int[count];
    long[] starts = new long[count];
    long[] descendingEnds = new long[count];
    for (int i = 0; i < count; i++) {
      rows[i] = count - 1 - i;
      starts[i] = start.get(i);
      descendingEnds[i] = ~end.get(i);
    }
    return Order.sorted(starts, Order.sorted(descendingEnds, rows));
  }

  /** Sweeps the claims in order with a stack of those still open. */
  private Pieces sweep(int @Nullable [] order) {
    int count = start.count();
    Pieces.Builder pieces = new Pieces.Builder(count + count / 16);
    int[] open = new int[16];
    int depth = 0;
    long at = Long.MIN_VALUE;
    for (int i = 0; i < count; i++) {
      int claim = order == null ? i : order[i];
      long next = start.get(claim);
      while (depth > 0 && at < next) {
        int top = open[depth - 1];
        at = take(pieces, top, at, next);
        if (end.get(top) <= next) {
          depth--;
        }
      }
      at = next;
      if (depth == open.length) {
        open = Arrays.copyOf(open, depth * 2);
      }
      open[depth++] = claim;
    }
    while (depth > 0) {
      at = take(pieces, open[--depth], at, Long.MAX_VALUE);
    }
    return pieces.freeze();
  }

  /**
   * Gives a claim the places from {@code at} to its end or to {@code next}; returns where it is.
   */
  private long take(Pieces.Builder pieces, int claim, long at, long next) {
    long until = Math.min(end.get(claim), next);
    if (at >= until) {
      return at;
    }
    pieces.add(at, until, code.get(claim));
    return until;
  }
}
