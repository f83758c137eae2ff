package dev.weighbridge.table;

import java.util.Arrays;

/**
 * Rows told apart by keys, each a few numbers, with sums: a column for each sum, in the order in
 * which keys came first.
 */
final class RowSums {
  /** What is not known; added to anything it changes nothing. */
  static final long UNKNOWN = -1;

  private final int width;
  private int[] keys;
  private int[] slots;
  private int count;
  private final long first;
  private final long[][] sums;

  /**
   * No rows.
   *
   * @param width how many numbers a key has
   * @param columns how many sums a row has
   * @param first what the sums of a row are at first: 0 or {@link #UNKNOWN}
   */
  RowSums(int width, int columns, long first) {
    this.width = width;
    this.first = first;
    keys = new int[width * 64];
    slots = new int[256];
    sums = new long[columns][64];
  }

  int count() {
    return count;
  }

  /** The row of a key, made if there is none. */
  int row(int[] key) {
    int mask = slots.length - 1;
    int at = hash(key) & mask;
    while (slots[at] != 0) {
      int row = slots[at] - 1;
      if (isKey(row, key)) {
        return row;
      }
      at = (at + 1) & mask;
    }
    slots[at] = count + 1;
    return append(key);
  }

  private int append(int[] key) {
    int row = count++;
    if (count > sums[0].length) {
      int room = Math.multiplyExact(sums[0].length, 2);
      keys = Arrays.copyOf(keys, Math.multiplyExact(room, width));
      for (int column = 0; column < sums.length; column++) {
        sums[column] = Arrays.copyOf(sums[column], room);
      }
    }
    System.arraycopy(key, 0, keys, row * width, width);
    for (long[] column : sums) {
      column[row] = first;
    }
    if (2 * count > slots.length) {
      rehash();
    }
    return row;
  }

  private void rehash() {
    slots = new int[Math.multiplyExact(slots.length, 2)];
    int mask = slots.length - 1;
    int[] key = new int[width];
    for (int row = 0; row < count; row++) {
      System.arraycopy(keys, row * width, key, 0, width);
      int at = hash(key) & mask;
      while (slots[at] != 0) {
        at = (at + 1) & mask;
      }
      slots[at] = row + 1;
    }
  }

  private int hash(int[] key) {
    int hash = 0;
    for (int part : key) {
      hash = (hash ^ part) * 0x9e37_79b1;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private boolean isKey(int row, int[] key) {
    return Arrays.equals(keys, row * width, row * width + width, key, 0, width);
  }

  /** A number of the key of a row. */
  int key(int row, int part) {
    return keys[row * width + part];
  }

  long sum(int row, int column) {
    return sums[column][row];
  }

  /** The sums of a column by row; another array once there are more rows. */
  long[] column(int column) {
    return sums[column];
  }

  void fill(int column, long value) {
    Arrays.fill(sums[column], 0, count, value);
  }

  void add(int row, int column, long value) {
    if (value != UNKNOWN) {
      sums[column][row] = Math.addExact(Math.max(0, sums[column][row]), value);
    }
  }
}
