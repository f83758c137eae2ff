package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The hashes XXH32 and XXH64 with seed 0 (xxhash_spec.md), by which frames of LZ4 and Zstandard
 * check what comes out of them; of bytes that come in pieces.
 */
public final class XxHash {
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final int INT_1 = 0x9E37_79B1;
  private static final int INT_2 = 0x85EB_CA77;
  private static final int INT_3 = 0xC2B2_AE3D;
  private static final int INT_4 = 0x27D4_EB2F;
  private static final int INT_5 = 0x1656_67B1;
  private static final long LONG_1 = 0x9E37_79B1_85EB_CA87L;
  private static final long LONG_2 = 0xC2B2_AE3D_27D4_EB4FL;
  private static final long LONG_3 = 0x1656_67B1_9E37_79F9L;
  private static final long LONG_4 = 0x85EB_CA77_C2B2_AE63L;
  private static final long LONG_5 = 0x27D4_EB2F_1656_67C5L;

  /** The first two together, which is more than their bits hold. */
  private static final int INT_FIRST = 0x2423_4428;

  private static final long LONG_FIRST = 0x60EA_27EE_ADC0_B5D6L;
  private static final int CHUNK = 1 << 13;

  private final boolean isLong;
  private final byte[] stripe;
  private long lane1;
  private long lane2;
  private long lane3;
  private long lane4;
  private long size;

  private XxHash(boolean isLong) {
    this.isLong = isLong;
    stripe = new byte[isLong ? 32 : 16];
    lane1 = isLong ? LONG_FIRST : INT_FIRST;
    lane2 = isLong ? LONG_2 : INT_2;
    lane4 = isLong ? -LONG_1 : -INT_1;
  }

  /** XXH32 of no bytes yet. */
  public static XxHash of32Bits() {
    return new XxHash(false);
  }

  /** XXH64 of no bytes yet. */
  public static XxHash of64Bits() {
    return new XxHash(true);
  }

  /** The lower 32 bits of XXH64 of bytes of a file. */
  public static long low32(Bytes file, long start, long end) {
    XxHash hash = of64Bits();
    byte[] chunk = new byte[CHUNK];
    for (long at = start; at < end; at += chunk.length) {
      int count = (int) Math.min(chunk.length, end - at);
      file.copy(at, chunk, 0, count);
      hash.update(chunk, 0, count);
    }
    return hash.low32();
  }

  /** Takes more bytes. */
  public void update(byte[] bytes, int start, int count) {
    int at = start;
    int left = count;
    int held = (int) (size % stripe.length);
    size += count;
    if (held > 0) {
      int part = Math.min(left, stripe.length - held);
      System.arraycopy(bytes, at, stripe, held, part);
      at += part;
      left -= part;
      if (held + part < stripe.length) {
        return;
      }
      stripes(stripe, 0, 1);
    }
    int whole = left / stripe.length;
    stripes(bytes, at, whole);
    int done = whole * stripe.length;
    System.arraycopy(bytes, at + done, stripe, 0, left - done);
  }

  private void stripes(byte[] bytes, int start, int count) {
    int at = start;
    for (int i = 0; i < count; i++) {
      if (isLong) {
        lane1 = round(lane1, (long) LONG.get(bytes, at));
        lane2 = round(lane2, (long) LONG.get(bytes, at + 8));
        lane3 = round(lane3, (long) LONG.get(bytes, at + 16));
        lane4 = round(lane4, (long) LONG.get(bytes, at + 24));
      } else {
        lane1 = round((int) lane1, (int) INT.get(bytes, at));
        lane2 = round((int) lane2, (int) INT.get(bytes, at + 4));
        lane3 = round((int) lane3, (int) INT.get(bytes, at + 8));
        lane4 = round((int) lane4, (int) INT.get(bytes, at + 12));
      }
      at += stripe.length;
    }
  }

  /** The lower 32 bits of the hash, which is what frames have. */
  public long low32() {
    return (isLong ? value64() : value32()) & 0xFFFF_FFFFL;
  }

  private long value64() {
    long hash = LONG_5;
    if (size >= stripe.length) {
      hash =
          Long.rotateLeft(lane1, 1)
              + Long.rotateLeft(lane2, 7)
              + Long.rotateLeft(lane3, 12)
              + Long.rotateLeft(lane4, 18);
      for (long lane : new long[] {lane1, lane2, lane3, lane4}) {
        hash = (hash ^ round(0L, lane)) * LONG_1 + LONG_4;
      }
    }
    hash += size;
    int end = (int) (size % stripe.length);
    int at = 0;
    for (; end - at >= 8; at += 8) {
      hash = Long.rotateLeft(hash ^ round(0L, (long) LONG.get(stripe, at)), 27) * LONG_1 + LONG_4;
    }
    if (end - at >= 4) {
      long word = (int) INT.get(stripe, at) & 0xFFFF_FFFFL;
      hash = Long.rotateLeft(hash ^ word * LONG_1, 23) * LONG_2 + LONG_3;
      at += 4;
    }
    for (; at < end; at++) {
      hash = Long.rotateLeft(hash ^ (stripe[at] & 0xFF) * LONG_5, 11) * LONG_1;
    }
    hash = (hash ^ hash >>> 33) * LONG_2;
    hash = (hash ^ hash >>> 29) * LONG_3;
    return hash ^ hash >>> 32;
  }

  private int value32() {
    int hash = INT_5;
    if (size >= stripe.length) {
      hash =
          Integer.rotateLeft((int) lane1, 1)
              + Integer.rotateLeft((int) lane2, 7)
              + Integer.rotateLeft((int) lane3, 12)
              + Integer.rotateLeft((int) lane4, 18);
    }
    hash += (int) size;
    int end = (int) (size % stripe.length);
    int at = 0;
    for (; end - at >= 4; at += 4) {
      hash = Integer.rotateLeft(hash + (int) INT.get(stripe, at) * INT_3, 17) * INT_4;
    }
    for (; at < end; at++) {
      hash = Integer.rotateLeft(hash + (stripe[at] & 0xFF) * INT_5, 11) * INT_1;
    }
    hash = (hash ^ hash >>> 15) * INT_2;
    hash = (hash ^ hash >>> 13) * INT_3;
    return hash ^ hash >>> 16;
  }

  private static long round(long lane, long word) {
    return Long.rotateLeft(lane + word * LONG_2, 31) * LONG_1;
  }

  private static int round(int lane, int word) {
    return Integer.rotateLeft(lane + word * INT_2, 13) * INT_1;
  }
}
