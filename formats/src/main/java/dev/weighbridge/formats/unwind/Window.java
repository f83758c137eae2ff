package dev.weighbridge.formats.unwind;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Reads forward through a range of bytes by way of an array that slides over it.
 *
 * <p>A table of a hundred thousand records costs a copy of its bytes and array reads, whether the
 * file is mapped or on the heap. A read past the limit returns 0 and marks the window as {@link
 * #isOverrun() overrun}: in a hostile file that is the common case, and an exception for each
 * record would cost more than the record. Not for use by several threads.
 */
final class Window {
  private static final int CAPACITY = 1 << 16;

  private final Bytes bytes;
  private final boolean littleEndian;
  private final byte[] array;
  private long arrayStart;
  private int filled;
  private int index;
  private int end;
  private long limit;
  private boolean overrun;

  /** A window over {@code [start, limit)} of a view. */
  Window(Bytes bytes, long start, long limit) {
    this.bytes = bytes;
    this.littleEndian = bytes.isLittleEndian();
    this.array = new byte[(int) Math.max(16, Math.min(CAPACITY, limit - start))];
    this.arrayStart = start;
    reset(start, limit);
  }

  /** Moves to a range and forgets an overrun. The range must lie in the view. */
  void reset(long start, long newLimit) {
    limit = newLimit;
    overrun = false;
    seek(start);
  }

  /** Moves to a position; one behind the limit is an overrun at the next read. */
  void seek(long position) {
    long at = position - arrayStart;
    if (at >= 0 && at <= filled) {
      index = (int) at;
    } else {
      arrayStart = position;
      filled = 0;
      index = 0;
    }
    end = (int) Math.max(0, Math.min(filled, limit - arrayStart));
  }

  /** Where the next read starts. */
  long position() {
    return arrayStart + index;
  }

  /** Bytes left to the limit; negative behind it. */
  long remaining() {
    return limit - position();
  }

  /** Whether a read went past the limit since the last {@link #reset}. */
  boolean isOverrun() {
    return overrun;
  }

  /** Passes over bytes. */
  void skip(long count) {
    if (count < 0 || count > remaining()) {
      overrun = true;
      return;
    }
    seek(position() + count);
  }

  int u8() {
    if (index >= end && !refill(1)) {
      return 0;
    }
    return array[index++] & 0xFF;
  }

  int u16() {
    if (end - index < 2 && !refill(2)) {
      return 0;
    }
    int a = array[index] & 0xFF;
    int b = array[index + 1] & 0xFF;
    index += 2;
    return littleEndian ? a | b << 8 : a << 8 | b;
  }

  int i32() {
    if (end - index < 4 && !refill(4)) {
      return 0;
    }
    int at = index;
    int a = array[at] & 0xFF;
    int b = array[at + 1] & 0xFF;
    int c = array[at + 2] & 0xFF;
    int d = array[at + 3] & 0xFF;
    index = at + 4;
    return littleEndian ? a | b << 8 | c << 16 | d << 24 : a << 24 | b << 16 | c << 8 | d;
  }

  long u32() {
    return i32() & 0xFFFF_FFFFL;
  }

  long i64() {
    if (end - index < 8 && !refill(8)) {
      return 0;
    }
    long first = i32() & 0xFFFF_FFFFL;
    long second = i32() & 0xFFFF_FFFFL;
    return littleEndian ? second << 32 | first : first << 32 | second;
  }

  /** An unsigned LEB128 number; bits above 64 are dropped, as unwinders do. */
  long uleb128() {
    return leb128(false);
  }

  /** A signed LEB128 number; bits above 64 are dropped, as unwinders do. */
  long sleb128() {
    return leb128(true);
  }

  private long leb128(boolean isSigned) {
    long value = 0;
    int shift = 0;
    int b;
    do {
      b = u8();
      if (shift < 64) {
        value |= (long) (b & 0x7F) << shift;
      }
      shift = Math.min(shift + 7, 70);
    } while ((b & 0x80) != 0);
    boolean isNegative = isSigned && shift < 64 && (b & 0x40) != 0;
    return isNegative ? value | -1L << shift : value;
  }

  /** Passes over a LEB128 number of either kind. */
  void passLeb128() {
    while ((u8() & 0x80) != 0) {
      // The next byte belongs to it too.
    }
  }

  /** Slides the array so that it starts at the position; false and overrun if bytes lack. */
  private boolean refill(int needed) {
    long position = position();
    if (limit - position < needed || overrun) {
      overrun = true;
      return false;
    }
    arrayStart = position;
    index = 0;
    // Filled beyond the limit: the next record starts there.
    filled = (int) Math.min(array.length, bytes.length() - position);
    bytes.copy(position, array, 0, filled);
    end = (int) Math.min(filled, limit - position);
    return true;
  }
}
