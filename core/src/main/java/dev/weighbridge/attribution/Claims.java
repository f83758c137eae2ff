package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;

/**
 * Claims of equal strength on ranges of places, which may nest and overlap.
 *
 * <p>The rule where they do: a byte goes to the claim that starts last; of those to the one that
 * ends first; of those to the one made first. So the innermost owns its bytes, and of two that
 * merely overlap the later one does.
 */
final class Claims {
  /** More runs than an image has tables mean that they are not tables. */
  private static final int MAX_RUNS = 1_000;

  private final LongColumn start;
  private final LongColumn end;
  private final IntColumn code;

  Claims(int expected) {
    start = new LongColumn(expected);
    end = new LongColumn(expected);
    code = new IntColumn(expected);
  }

  /** Makes a claim; one without bytes is none. */
  void add(long from, long to, int what) {
    if (from < to) {
      start.add(from);
      end.add(to);
      code.add(what);
    }
  }

  /** What the claims come to, byte for byte. The claims must not be used afterwards. */
  Pieces flatten() {
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
   *
   * <p>Tables are mostly in order themselves, so a few ordered runs are put in a row before a sort
   * is tried.
   */
  private int[] inOrder() {
    IntColumn runs = new IntColumn(0);
    for (int i = 0; i < start.count(); i++) {
      if (i == 0 || !isBefore(i - 1, i)) {
        runs.add(i);
      }
    }
    if (runs.count() <= 1) {
      return null;
    }
    int[] joined = runs.count() <= MAX_RUNS ? joined(runs) : null;
    return joined != null ? joined : sorted();
  }

  private boolean isBefore(int claim, int other) {
    long first = start.get(claim);
    long second = start.get(other);
    return first < second || (first == second && end.get(claim) > end.get(other));
  }

  /** The runs end to end, or {@code null} if two of them interlace. */
  private int[] joined(IntColumn runs) {
    long[] runStarts = new long[runs.count()];
    for (int i = 0; i < runStarts.length; i++) {
      runStarts[i] = start.get(runs.get(i));
    }
    int[] order = new int[start.count()];
    int filled = 0;
    for (int run : Order.ascending(runStarts, runStarts.length)) {
      if (filled > 0 && !isBefore(order[filled - 1], runs.get(run))) {
        return null;
      }
      int stop = run + 1 < runs.count() ? runs.get(run + 1) : order.length;
      for (int claim = runs.get(run); claim < stop; claim++) {
        order[filled++] = claim;
      }
    }
    return order;
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
  private Pieces sweep(int[] order) {
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
