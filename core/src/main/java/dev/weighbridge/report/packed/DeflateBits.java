package dev.weighbridge.report.packed;

import java.util.Arrays;

/** Bits on their way into bytes, lowest first, as DEFLATE wants them (RFC 1951, 3.1.1). */
final class DeflateBits {
  private byte[] bytes = new byte[1 << 16];
  private int count;
  private long pending;
  private int pendingCount;

  /** Adds the low bits of a value; at most 32. */
  void add(int value, int bits) {
    pending |= (value & (1L << bits) - 1) << pendingCount;
    pendingCount += bits;
    while (pendingCount >= Byte.SIZE) {
      put();
    }
  }

  private void put() {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, bytes.length / 2));
    }
    bytes[count++] = (byte) pending;
    pending >>>= Byte.SIZE;
    pendingCount -= Byte.SIZE;
  }

  /** All bytes, the last one filled up with zeros. */
  byte[] bytes() {
    if (pendingCount > 0) {
      pendingCount = Byte.SIZE;
      put();
      pendingCount = 0;
    }
    return Arrays.copyOf(bytes, count);
  }
}
