package dev.weighbridge.attribution;

import java.util.Arrays;

/** The symbol rows that each representative stands for, as linked rows. */
final class AliasIndex {
  private static final int[] NONE = {};

  private final int[] first;
  private final int[] next;

  /** Indexes representatives: row to the row that stands for it, -1 if none does. */
  AliasIndex(int[] representatives) {
    first = new int[representatives.length];
    next = new int[representatives.length];
    Arrays.fill(first, -1);
    for (int row = representatives.length - 1; row >= 0; row--) {
      int standsFor = representatives[row];
      if (standsFor >= 0 && standsFor != row) {
        next[row] = first[standsFor];
        first[standsFor] = row;
      }
    }
  }

  /** The other rows that a representative stands for, ascending. */
  int[] rows(int representative) {
    int count = 0;
    for (int row = first[representative]; row >= 0; row = next[row]) {
      count++;
    }
    int[] rows = count == 0 ? NONE : new int[count];
    int filled = 0;
    for (int row = first[representative]; row >= 0; row = next[row]) {
      rows[filled++] = row;
    }
    return rows;
  }
}
