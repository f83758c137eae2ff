package dev.weighbridge.bodies;

/** Takes numbers one after another into a 64-bit hash. */
final class HashMixer {
  private static final long FACTOR_A = 0xbf58_476d_1ce4_e5b9L;
  private static final long FACTOR_B = 0x94d0_49bb_1331_11ebL;

  private HashMixer() {}

  /** The hash of what was hashed so far and one number more. */
  static long mix(long hash, long value) {
    return Long.rotateLeft((hash ^ value) * FACTOR_A, 29) * FACTOR_B;
  }
}
