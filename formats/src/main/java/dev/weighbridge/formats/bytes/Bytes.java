package dev.weighbridge.formats.bytes;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a file, or of a part of one: absolute reads by a {@code long} position.
 *
 * <p>Positions count from the start of this view; {@link #slice} makes a view of a part. The byte
 * order is a property of the view. All reads check the position; a read that does not fit throws
 * {@link IndexOutOfBoundsException} and never returns invented bytes. Views are immutable and may
 * be used by several threads.
 *
 * <p>There are exactly two implementations. A third would make every call site megamorphic, which
 * costs eight to twelve times the time of a read.
 */
public abstract sealed class Bytes permits SingleBytes, ChunkedBytes {
  private final long length;
  private final ByteOrder order;

  Bytes(long length, ByteOrder order) {
    this.length = length;
    this.order = order;
  }

  /** A little-endian view of an array. The array is not copied and must not change. */
  public static Bytes of(byte[] array) {
    return new SingleBytes(array, 0, array.length, ByteOrder.LITTLE_ENDIAN);
  }

  /** How many bytes this view has. */
  public final long length() {
    return length;
  }

  /** The byte order of multi-byte reads. */
  public final ByteOrder order() {
    return order;
  }

  /** Whether multi-byte reads are little-endian. */
  public final boolean isLittleEndian() {
    return order == ByteOrder.LITTLE_ENDIAN;
  }

  /** Whether {@code [start, start + size)} lies in this view; safe against overflow. */
  public final boolean contains(long start, long size) {
    return start >= 0 && size >= 0 && start <= length && size <= length - start;
  }

  /** The same bytes, read in another byte order. */
  public abstract Bytes withOrder(ByteOrder order);

  /**
   * A view of the bytes {@code [start, end)} of this view.
   *
   * @throws IndexOutOfBoundsException if the range does not fit
   */
  public abstract Bytes slice(long start, long end);

  /** The byte at a position, 0 to 255. */
  public abstract int u8(long position);

  /** Two bytes, 0 to 65535. */
  public abstract int u16(long position);

  /** Four bytes, signed. */
  public abstract int i32(long position);

  /** Eight bytes, signed; an unsigned value above 2^63 shows as negative. */
  public abstract long i64(long position);

  /** Four bytes, 0 to 2^32-1. */
  public final long u32(long position) {
    return i32(position) & 0xFFFF_FFFFL;
  }

  /**
   * Copies bytes out.
   *
   * @throws IndexOutOfBoundsException if either range does not fit
   */
  public abstract void copy(long position, byte[] target, int targetStart, int count);

  /**
   * Position of the first byte equal to {@code value} in {@code [start, end)}, or -1 if none.
   *
   * @throws IndexOutOfBoundsException if the range does not fit
   */
  public abstract long indexOf(byte value, long start, long end);

  /** A copy of the bytes {@code [start, end)}; the range must be shorter than 2 GiB. */
  public final byte[] toArray(long start, long end) {
    check(start, end - start);
    byte[] copy = new byte[Math.toIntExact(end - start)];
    copy(start, copy, 0, copy.length);
    return copy;
  }

  /** The bytes {@code [start, end)} as text; bytes that are not UTF-8 become U+FFFD. */
  public final String text(long start, long end) {
    return new String(toArray(start, end), StandardCharsets.UTF_8);
  }

  final void check(long position, long size) {
    if (position < 0 || size < 0 || position > length - size) {
      throw new IndexOutOfBoundsException(
          "bytes [" + position + ", +" + size + ") of " + length + " bytes");
    }
  }

  /** A word with 0x80 in each byte of {@code word} that is zero (only the lowest one is exact). */
  static long zeroBytes(long word) {
    return (word - 0x0101_0101_0101_0101L) & ~word & 0x8080_8080_8080_8080L;
  }
}
