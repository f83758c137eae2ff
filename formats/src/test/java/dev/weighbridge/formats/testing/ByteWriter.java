package dev.weighbridge.formats.testing;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes numbers and strings one after the other, to describe a structure in a test. */
public final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteOrder order;

  /** A writer of little-endian numbers. */
  public ByteWriter() {
    this(ByteOrder.LITTLE_ENDIAN);
  }

  /** A writer of numbers in a byte order. */
  public ByteWriter(ByteOrder order) {
    this.order = order;
  }

  /** How many bytes were written so far. */
  public int size() {
    return out.size();
  }

  /** One byte each. */
  public ByteWriter u8(int... values) {
    for (int value : values) {
      out.write(value);
    }
    return this;
  }

  /** Two bytes. */
  public ByteWriter u16(int value) {
    return number(value, 2);
  }

  /** Four bytes. */
  public ByteWriter u32(long value) {
    return number(value, 4);
  }

  /** Eight bytes. */
  public ByteWriter u64(long value) {
    return number(value, 8);
  }

  /** A number of {@code size} bytes, the low ones of {@code value}. */
  public ByteWriter number(long value, int size) {
    for (int i = 0; i < size; i++) {
      int shift = order == ByteOrder.LITTLE_ENDIAN ? 8 * i : 8 * (size - 1 - i);
      out.write((int) (value >>> shift));
    }
    return this;
  }

  /** An unsigned LEB128 number, as short as possible. */
  public ByteWriter uleb128(long value) {
    long rest = value;
    while (rest >>> 7 != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /** A signed LEB128 number, as short as possible. */
  public ByteWriter sleb128(long value) {
    long rest = value;
    while (rest < -64 || rest > 63) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>= 7;
    }
    return u8((int) (rest & 0x7F));
  }

  /** A NUL-terminated string. */
  public ByteWriter text(String text) {
    return raw(text.getBytes(StandardCharsets.UTF_8)).u8(0);
  }

  /** Bytes as they are. */
  public ByteWriter raw(byte... bytes) {
    out.writeBytes(bytes);
    return this;
  }

  /** Zeros up to a position. */
  public ByteWriter padTo(long position) {
    while (out.size() < position) {
      out.write(0);
    }
    return this;
  }

  /** Zeros up to a multiple of {@code alignment}. */
  public ByteWriter align(int alignment) {
    while (out.size() % alignment != 0) {
      out.write(0);
    }
    return this;
  }

  /** What was written. */
  public byte[] array() {
    return out.toByteArray();
  }

  /** What was written, in this writer's byte order. */
  public Bytes bytes() {
    return Bytes.of(array()).withOrder(order);
  }
}
