package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;

/** The hash XXH64 with seed 0, by which Zstandard frames check what comes out of them. */
final class XxHash64 {
  private static final long PRIME_1 = 0x9E37_79B1_85EB_CA87L;
  private static final long PRIME_2 = 0xC2B2_AE3D_27D4_EB4FL;
  private static final long PRIME_3 = 0x1656_67B1_9E37_79F9L;
  private static final long PRIME_4 = 0x85EB_CA77_C2B2_AE63L;
  private static final long PRIME_5 = 0x27D4_EB2F_1656_67C5L;

  /** The first two primes together, which is more than 64 bits hold. */
  private static final long FIRST_LANE = 0x60EA_27EE_ADC0_B5D6L;

  private static final int STRIPE = 32;

  private XxHash64() {}

  /** The hash of bytes of a file. */
  static long of(Bytes file, long start, long end) {
    Bytes bytes = file.withOrder(ByteOrder.LITTLE_ENDIAN);
    long at = start;
    long hash = PRIME_5;
    if (end - start >= STRIPE) {
      long[] lanes = {FIRST_LANE, PRIME_2, 0, -PRIME_1};
      for (; end - at >= STRIPE; at += STRIPE) {
        for (int lane = 0; lane < lanes.length; lane++) {
          lanes[lane] = round(lanes[lane], bytes.i64(at + 8L * lane));
        }
      }
      hash =
          Long.rotateLeft(lanes[0], 1)
              + Long.rotateLeft(lanes[1], 7)
              + Long.rotateLeft(lanes[2], 12)
              + Long.rotateLeft(lanes[3], 18);
      for (long lane : lanes) {
        hash = (hash ^ round(0, lane)) * PRIME_1 + PRIME_4;
      }
    }
    return mixed(rest(hash + (end - start), bytes, at, end));
  }

  private static long rest(long before, Bytes bytes, long start, long end) {
    long hash = before;
    long at = start;
    for (; end - at >= 8; at += 8) {
      hash = Long.rotateLeft(hash ^ round(0, bytes.i64(at)), 27) * PRIME_1 + PRIME_4;
    }
    if (end - at >= 4) {
      hash = Long.rotateLeft(hash ^ bytes.u32(at) * PRIME_1, 23) * PRIME_2 + PRIME_3;
      at += 4;
    }
    for (; at < end; at++) {
      hash = Long.rotateLeft(hash ^ bytes.u8(at) * PRIME_5, 11) * PRIME_1;
    }
    return hash;
  }

  private static long round(long lane, long word) {
    return Long.rotateLeft(lane + word * PRIME_2, 31) * PRIME_1;
  }

  private static long mixed(long value) {
    long hash = (value ^ value >>> 33) * PRIME_2;
    hash = (hash ^ hash >>> 29) * PRIME_3;
    return hash ^ hash >>> 32;
  }
}
