package dev.weighbridge.packages;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import java.util.Arrays;

/**
 * Bytes by kind and by basis. Most rows have one of each, and an image has a million rows, so that
 * only those are kept that there are.
 */
final class KindSums {
  private static final byte[] NO_KEYS = {};
  private static final long[] NO_SUMS = {};

  /** Numbers of kinds, and behind all kinds those of bases. */
  private byte[] keys = NO_KEYS;

  private long[] sums = NO_SUMS;

  void add(Kind kind, long bytes) {
    add(kind.ordinal(), bytes);
  }

  void add(Basis basis, long bytes) {
    add(Kind.count() + basis.ordinal(), bytes);
  }

  void add(KindSums others) {
    for (int i = 0; i < others.keys.length; i++) {
      add(others.keys[i], others.sums[i]);
    }
  }

  private void add(int key, long bytes) {
    if (bytes == 0) {
      return;
    }
    int at = find(key);
    if (at < 0) {
      at = keys.length;
      keys = Arrays.copyOf(keys, at + 1);
      sums = Arrays.copyOf(sums, at + 1);
      keys[at] = (byte) key;
    }
    sums[at] += bytes;
  }

  long of(Kind kind) {
    return of(kind.ordinal());
  }

  long of(Basis basis) {
    return of(Kind.count() + basis.ordinal());
  }

  private long of(int key) {
    int at = find(key);
    return at < 0 ? 0 : sums[at];
  }

  private int find(int key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return i;
      }
    }
    return -1;
  }
}
