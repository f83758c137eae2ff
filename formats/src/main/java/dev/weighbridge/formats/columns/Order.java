package dev.weighbridge.formats.columns;

import java.util.Arrays;

/** Stable orders of the rows of a table by unsigned 64-bit keys, and searches in them. */
public final class Order {
  private static final int DIGIT_BITS = 11;
  private static final int DIGITS = 1 << DIGIT_BITS;

  /** So few rows are moved to their places one by one faster than digits are counted. */
  private static final int FEW = 32;

  private Order() {}

  /** Whether the first {@code count} keys never fall, compared as unsigned numbers. */
  public static boolean isAscending(long[] keys, int count) {
    for (int i = 1; i < count; i++) {
      if (Long.compareUnsigned(keys[i - 1], keys[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * The rows in ascending order of their keys; rows of equal keys keep their order.
   *
   * <p>A radix sort, least digit first; digits in which no keys differ are passed over, so file
   * offsets of a 100 MB file cost three passes.
   */
  public static int[] ascending(long[] keys, int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    return isAscending(keys, count) ? order : sorted(keys, order);
  }

  /** The given rows, stably reordered by ascending key. */
  public static int[] sorted(long[] keys, int[] rows) {
    if (rows.length <= FEW) {
      int[] few = rows.clone();
      insert(keys, few);
      return few;
    }
    long varying = 0;
    for (int row : rows) {
      varying |= keys[row] ^ keys[rows[0]];
    }
    int[] from = rows;
    int[] to = new int[rows.length];
    int[] starts = new int[DIGITS + 1];
    for (int shift = 0; shift < 64; shift += DIGIT_BITS) {
      if ((varying >>> shift & (DIGITS - 1)) != 0) {
        distribute(keys, from, to, shift, starts);
        int[] swap = from;
        from = to;
        to = swap;
      }
    }
    return from;
  }

  private static void insert(long[] keys, int[] rows) {
    for (int i = 1; i < rows.length; i++) {
      int row = rows[i];
      int at = i;
      while (at > 0 && Long.compareUnsigned(keys[rows[at - 1]], keys[row]) > 0) {
        rows[at] = rows[at - 1];
        at--;
      }
      rows[at] = row;
    }
  }

  /** Index of the last of ascending keys that is not above a wanted one, or -1 if all are. */
  public static int lastAtOrBefore(long[] keys, long wanted) {
    int low = 0;
    int high = keys.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(keys[middle], wanted) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** Position in an order of the last row whose key is not above a wanted one, or -1. */
  public static int lastAtOrBefore(long[] keys, int[] order, long wanted) {
    int low = 0;
    int high = order.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(keys[order[middle]], wanted) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }

  /** Position in an order of the first row whose key is the wanted one, or -1. */
  public static int firstAt(long[] keys, int[] order, long wanted) {
    int low = 0;
    int high = order.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(keys[order[middle]], wanted) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < order.length && keys[order[low]] == wanted ? low : -1;
  }

  private static void distribute(long[] keys, int[] from, int[] to, int shift, int[] starts) {
    Arrays.fill(starts, 0);
    for (int row : from) {
      starts[(int) (keys[row] >>> shift & (DIGITS - 1)) + 1]++;
    }
    for (int d = 0; d < DIGITS; d++) {
      starts[d + 1] += starts[d];
    }
    for (int row : from) {
      to[starts[(int) (keys[row] >>> shift & (DIGITS - 1))]++] = row;
    }
  }
}
