package dev.weighbridge.generics;

import dev.weighbridge.formats.columns.Order;

/** Counts equal bodies among the copies of one item, and what all but one of each weigh. */
final class EqualCopies {
  private final long[] hashes;
  private final long[] sizes;
  private int count;
  private int distinct = -1;
  private long saving;

  EqualCopies(int expected) {
    hashes = new long[expected];
    sizes = new long[expected];
  }

  void add(long hash, long size) {
    hashes[count] = hash;
    sizes[count++] = size;
  }

  /** How many different bodies there are. */
  int distinct() {
    settle();
    return distinct;
  }

  /** Bytes of all but one of each. */
  long saving() {
    settle();
    return saving;
  }

  private void settle() {
    if (distinct >= 0) {
      return;
    }
    distinct = count == 0 ? 0 : 1;
    int[] order = Order.ascending(hashes, count);
    for (int i = 1; i < count; i++) {
      if (hashes[order[i]] == hashes[order[i - 1]]) {
        saving += sizes[order[i]];
      } else {
        distinct++;
      }
    }
  }
}
