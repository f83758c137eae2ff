package dev.weighbridge.formats.bytes;

import java.nio.ByteOrder;
import java.util.Objects;

/**
 * A copy of some bytes in which places can be filled in, as a linker does. Not for use by several
 * threads; {@link #bytes} ends the changes.
 */
public final class BytesCopy {
  private final byte[] content;
  private final ByteOrder order;
  private final boolean isLittleEndian;

  /** A copy of a view of less than 2 GiB. */
  public BytesCopy(Bytes original) {
    Objects.requireNonNull(original, "original");
    content = original.toArray(0, original.length());
    order = original.order();
    isLittleEndian = original.isLittleEndian();
  }

  /** How many bytes there are. */
  public int length() {
    return content.length;
  }

  /** Whether {@code [start, start + size)} lies in it. */
  public boolean contains(long start, int size) {
    return start >= 0 && size >= 0 && start <= content.length - (long) size;
  }

  /** The byte at a position, 0 to 255. */
  public int u8(int position) {
    return content[position] & 0xFF;
  }

  /** A number of 1 to 8 bytes, unsigned below 8. */
  public long number(int position, int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      long b = content[position + i] & 0xFF;
      value = isLittleEndian ? value | (b << (8 * i)) : (value << 8) | b;
    }
    return value;
  }

  /** Writes the low bytes of a number. */
  public void put(int position, int size, long value) {
    for (int i = 0; i < size; i++) {
      int shift = 8 * (isLittleEndian ? i : size - 1 - i);
      content[position + i] = (byte) (value >>> shift);
    }
  }

  /** The bytes as they are by now, which must not change any more. */
  public Bytes bytes() {
    return Bytes.of(content).withOrder(order);
  }

  @Override
  public String toString() {
    return length() + " bytes";
  }
}
