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

  /** What the claims come to, byte for byte. */
  Pieces flatten() {
    int count = start.count();
    long[] starts = start.freeze();
    long[] ends = end.freeze();
    int[] codes = code.freeze();
    return sweep(starts, ends, codes, inOrder(starts, ends, count));
  }

  /**
   * The claims by ascending start, then descending end, then last made first: the winner comes
   * last. {@code null} if they already are.
   *
   * <p>Tables are mostly in order themselves, so a few ordered runs are put in a row before a sort
   * is tried.
   */
  private static int[] inOrder(long[] starts, long[] ends, int count) {
    IntColumn runs = new IntColumn(0);
    for (int i = 0; i < count; i++) {
      if (i == 0 || !isBefore(i - 1, i, starts, ends)) {
        runs.add(i);
      }
    }
    if (runs.count() <= 1) {
      return null;
    }
    int[] joined = runs.count() <= MAX_RUNS ? joined(runs.freeze(), starts, ends) : null;
    return joined != null ? joined : sorted(starts, ends);
  }

  private static boolean isBefore(int claim, int other, long[] starts, long[] ends) {
    return starts[claim] < starts[other]
        || (starts[claim] == starts[other] && ends[claim] > ends[other]);
  }

  /** The runs end to end, or {@code null} if two of them interlace. */
  private static int[] joined(int[] runs, long[] starts, long[] ends) {
    int count = starts.length;
    long[] runStarts = new long[runs.length];
    for (int i = 0; i < runs.length; i++) {
      runStarts[i] = starts[runs[i]];
    }
    int[] order = new int[count];
    int filled = 0;
    for (int run : Order.ascending(runStarts, runs.length)) {
      if (filled > 0 && !isBefore(order[filled - 1], runs[run], starts, ends)) {
        return null;
      }
      int stop = run + 1 < runs.length ? runs[run + 1] : count;
      for (int claim = runs[run]; claim < stop; claim++) {
        order[filled++] = claim;
      }
    }
    return order;
  }

  private static int[] sorted(long[] starts, long[] ends) {
    int count = starts.length;
    int[] rows = new int[count];
    long[] descendingEnds = new long[count];
    for (int i = 0; i < count; i++) {
      rows[i] = count - 1 - i;
      descendingEnds[i] = ~ends[i];
    }
    return Order.sorted(starts, Order.sorted(descendingEnds, rows));
  }

  /** Sweeps the claims in order with a stack of those still open. */
  private static Pieces sweep(long[] starts, long[] ends, int[] codes, int[] order) {
    Pieces.Builder pieces = new Pieces.Builder(codes.length);
    int[] open = new int[16];
    int depth = 0;
    long at = Long.MIN_VALUE;
    for (int i = 0; i < codes.length; i++) {
      int claim = order == null ? i : order[i];
      long next = starts[claim];
      while (depth > 0 && at < next) {
        int top = open[depth - 1];
        long until = Math.min(ends[top], next);
        if (at < until) {
          pieces.add(at, until, codes[top]);
          at = until;
        }
        if (ends[top] <= next) {
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
      int top = open[--depth];
      if (at < ends[top]) {
        pieces.add(at, ends[top], codes[top]);
        at = ends[top];
      }
    }
    return pieces.freeze();
  }
}
