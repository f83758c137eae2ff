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
    int[] order = isInOrder(starts, ends, count) ? null : inOrder(starts, ends, count);
    return sweep(starts, ends, codes, order);
  }

  private static boolean isInOrder(long[] starts, long[] ends, int count) {
    for (int i = 1; i < count; i++) {
      if (starts[i] < starts[i - 1] || (starts[i] == starts[i - 1] && ends[i] >= ends[i - 1])) {
        return false;
      }
    }
    return true;
  }

  /** Ascending start, then descending end, then last made first: the winner comes last. */
  private static int[] inOrder(long[] starts, long[] ends, int count) {
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = count - 1 - i;
    }
    long[] descendingEnds = new long[count];
    for (int i = 0; i < count; i++) {
      descendingEnds[i] = ~ends[i];
    }
    return count == 0 ? rows : Order.sorted(starts, Order.sorted(descendingEnds, rows));
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
