package dev.weighbridge.demangle.text;

/**
 * A 64-bit hash of name parts, the same on every machine.
 *
 * <p>Two of a million different paths meet with a probability below 1 in 10 million.
 */
public final class IdentityHash {
  private static final long SEED = 0x9e3779b97f4a7c15L;
  private static final long FACTOR_A = 0xbf58476d1ce4e5b9L;
  private static final long FACTOR_B = 0x94d049bb133111ebL;

  private IdentityHash() {}

  public static long start(int kind) {
    return mix(SEED, kind);
  }

  public static long mix(long hash, long value) {
    long mixed = (hash ^ value) * FACTOR_A;
    return Long.rotateLeft(mixed, 29) * FACTOR_B;
  }

  /** Mixes in a range of bytes and its length. */
  public static long mix(long hash, byte[] bytes, int from, int to) {
    int length = to - from;
    long mixed = hash + length * SEED;
    if (length < Long.BYTES) {
      return mix(mixed, shortWord(bytes, from, to));
    }
    for (int at = from; at < to - Long.BYTES; at += Long.BYTES) {
      mixed = mix(mixed, word(bytes, at));
    }
    // The last word overlaps the one before, which is cheaper than a loop over single bytes.
    return mix(mixed, word(bytes, to - Long.BYTES));
  }

  /** Up to seven bytes; fewer than four by the first, the middle and the last. */
  private static long shortWord(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length >= Integer.BYTES) {
      return halfWord(bytes, from) | (halfWord(bytes, to - Integer.BYTES) << 32);
    }
    if (length == 0) {
      return 0;
    }
    return (bytes[from] & 0xffL)
        | ((bytes[from + length / 2] & 0xffL) << 8)
        | ((bytes[to - 1] & 0xffL) << 16);
  }

  private static long word(byte[] bytes, int at) {
    return halfWord(bytes, at) | (halfWord(bytes, at + Integer.BYTES) << 32);
  }

  private static long halfWord(byte[] bytes, int at) {
    return (bytes[at] & 0xffL)
        | ((bytes[at + 1] & 0xffL) << 8)
        | ((bytes[at + 2] & 0xffL) << 16)
        | ((bytes[at + 3] & 0xffL) << 24);
  }

  /** Spreads the last part over all bits. */
  public static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * FACTOR_A;
    return mixed ^ (mixed >>> 31);
  }
}
