package dev.weighbridge.demangle;

/**
 * A 64-bit hash of name parts, the same on every machine.
 *
 * <p>Two of a million different paths meet with a probability below 1 in 10 million.
 */
final class IdentityHash {
  private static final long SEED = 0x9e3779b97f4a7c15L;
  private static final long FACTOR_A = 0xbf58476d1ce4e5b9L;
  private static final long FACTOR_B = 0x94d049bb133111ebL;

  private IdentityHash() {}

  static long start(int kind) {
    return mix(SEED, kind);
  }

  static long mix(long hash, long value) {
    long mixed = (hash ^ value) * FACTOR_A;
    return Long.rotateLeft(mixed, 29) * FACTOR_B;
  }

  /** Mixes in a range of bytes and its length. */
  static long mix(long hash, byte[] bytes, int from, int to) {
    long mixed = hash;
    int at = from;
    for (; to - at >= Long.BYTES; at += Long.BYTES) {
      long eight =
          (bytes[at] & 0xffL)
              | (bytes[at + 1] & 0xffL) << 8
              | (bytes[at + 2] & 0xffL) << 16
              | (bytes[at + 3] & 0xffL) << 24
              | (bytes[at + 4] & 0xffL) << 32
              | (bytes[at + 5] & 0xffL) << 40
              | (bytes[at + 6] & 0xffL) << 48
              | (long) bytes[at + 7] << 56;
      mixed = mix(mixed, eight);
    }
    long rest = to - (long) from;
    for (; at < to; at++) {
      rest = (rest << 8) | (bytes[at] & 0xffL);
    }
    return mix(mixed, rest);
  }

  /** Spreads the last part over all bits. */
  static long finish(long hash) {
    long mixed = (hash ^ (hash >>> 30)) * FACTOR_A;
    return mixed ^ (mixed >>> 31);
  }
}
