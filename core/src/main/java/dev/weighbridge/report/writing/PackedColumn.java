package dev.weighbridge.report.writing;

import java.util.Arrays;

/**
 * Numbers as bytes, seven bits each, lowest first, the top bit saying that more follow (LEB128). A
 * page of a million rows stays as small as its figures are.
 */
public final class PackedColumn {
  private static final int PAYLOAD_BITS = 7;
  private static final int MORE = 0x80;

  /** A 64-bit number takes ten bytes at most. */
  private static final int WIDEST = 10;

  private byte[] bytes = new byte[1024];
  private int count;
  private long last;

  /** Adds a number, taken as unsigned. */
  public void add(long value) {
    if (bytes.length - count < WIDEST) {
      bytes = Arrays.copyOf(bytes, Math.addExact(bytes.length, bytes.length / 2));
    }
    long rest = value;
    while ((rest & -MORE) != 0) {
      bytes[count++] = (byte) (rest | MORE);
      rest >>>= PAYLOAD_BITS;
    }
    bytes[count++] = (byte) rest;
  }

  /** Adds a number of either sign; small ones take little room. */
  public void addSigned(long value) {
    add(value << 1 ^ value >> 63);
  }

  /** Adds a number as its difference to the one added before. */
  public void addStep(long value) {
    addSigned(value - last);
    last = value;
  }

  /** The bytes so far. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, count);
  }
}
