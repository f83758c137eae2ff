package dev.weighbridge.formats.columns;

import java.util.Arrays;

/** A growing map from {@code long} keys to {@code int} values, without an object an entry. */
public final class LongIntMap {
  private static final int SMALLEST = 64;

  private long[] keys;
  private int[] values;
  private int count;

  /** An empty map. */
  public LongIntMap() {
    keys = new long[SMALLEST];
    values = new int[SMALLEST];
    Arrays.fill(values, -1);
  }

  /** How many keys there are. */
  public int count() {
    return count;
  }

  /** The value of a key, -1 if it has none. */
  public int get(long key) {
    return values[slot(key)];
  }

  /**
   * Gives a key a value if it has none.
   *
   * @param value 0 or more
   * @return the value that it had before, -1 if none
   */
  public int putIfAbsent(long key, int value) {
    int slot = slot(key);
    int before = values[slot];
    if (before < 0) {
      keys[slot] = key;
      values[slot] = value;
      count++;
      if (count > keys.length - (keys.length >>> 2)) {
        grow();
      }
    }
    return before;
  }

  /**
   * Gives a key another value.
   *
   * @param value 0 or more
   */
  public void set(long key, int value) {
    int slot = slot(key);
    if (values[slot] < 0) {
      putIfAbsent(key, value);
    } else {
      values[slot] = value;
    }
  }

  /** Takes all keys away. */
  public void clear() {
    Arrays.fill(values, -1);
    count = 0;
  }

  /** The keys in ascending order, compared as unsigned numbers. */
  public long[] sortedKeys() {
    long[] found = new long[count];
    int at = 0;
    for (int slot = 0; slot < keys.length; slot++) {
      if (values[slot] >= 0) {
        found[at++] = keys[slot];
      }
    }
    int[] order = Order.ascending(found, count);
    long[] sorted = new long[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = found[order[i]];
    }
    return sorted;
  }

  /** The slot that holds a key, or the free one where it belongs. */
  private int slot(long key) {
    int mask = keys.length - 1;
    // The multiplier of Fibonacci hashing: keys are mostly places that lie close together.
    int slot = (int) ((key * 0x9E37_79B9_7F4A_7C15L) >>> 32) & mask;
    while (values[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    if (keys.length > Integer.MAX_VALUE / 4) {
      throw new IllegalStateException("a map of more than " + count + " keys");
    }
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[2 * oldKeys.length];
    values = new int[2 * oldKeys.length];
    Arrays.fill(values, -1);
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldValues[old] >= 0) {
        int slot = slot(oldKeys[old]);
        keys[slot] = oldKeys[old];
        values[slot] = oldValues[old];
      }
    }
  }
}
