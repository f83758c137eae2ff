package dev.weighbridge.formats.bytes;

import java.util.Arrays;
import java.util.Objects;

/**
 * Reads forward through a range of bytes by way of an array that slides over it.
 *
 * <p>A table of a hundred thousand records costs a copy of its bytes and array reads, whether the
 * file is mapped or on the heap. A read past the limit returns 0 and marks the window as {@link
 * #isOverrun() overrun}: in a hostile file that is the common case, and an exception for each
 * record would cost more than the record. Positions are those of the {@link Bytes} underneath. Not
 * for use by several threads.
 */
public final class Window {
  private static final int LARGEST = 1 << 16;

  /** What a jump copies; each time the window then runs over its end, it copies more. */
  private static final int SMALLEST = 1 << 8;

  private final Bytes bytes;
  private final boolean littleEndian;
  private byte[] array = new byte[0];
  private int nextFill = SMALLEST;
  private long arrayStart;
  private int filled;
  private int index;
  private int end;
  private long limit;
  private boolean overrun;

  /** A window over {@code [start, limit)} of a view. */
  public Window(Bytes bytes, long start, long limit) {
    Objects.requireNonNull(bytes, "bytes");
    this.bytes = bytes;
    this.littleEndian = bytes.isLittleEndian();
    this.arrayStart = start;
    reset(start, limit);
  }

  /** Moves to a range and forgets an overrun. The range must lie in the view. */
  public void reset(long start, long newLimit) {
    limit = newLimit;
    overrun = false;
    seek(start);
  }

  /** Moves to a position; one behind the limit is an overrun at the next read. */
  public void seek(long position) {
    long at = position - arrayStart;
    if (at >= 0 && at <= filled) {
      index = (int) at;
    } else {
      arrayStart = position;
      filled = 0;
      index = 0;
      nextFill = SMALLEST;
    }
    end = (int) Math.max(0, Math.min(filled, limit - arrayStart));
  }

  /** Where the next read starts. */
  public long position() {
    return arrayStart + index;
  }

  /** Bytes left to the limit; negative behind it. */
  public long remaining() {
    return limit - position();
  }

  /** Whether a read went past the limit since the last {@link #reset}. */
  public boolean isOverrun() {
    return overrun;
  }

  /** Passes over bytes. */
  public void skip(long count) {
    if (count >= 0 && count <= end - index) {
      index += (int) count;
    } else if (count < 0 || count > remaining()) {
      overrun = true;
    } else {
      pass(count);
    }
  }

  /** Passes over more bytes than the array holds; a short way is no jump. */
  private void pass(long count) {
    int fill = count <= filled ? nextFill : SMALLEST;
    seek(position() + count);
    nextFill = fill;
  }

  /** One byte, 0 to 255. */
  public int u8() {
    if (index >= end && !refill(1)) {
      return 0;
    }
    return array[index++] & 0xFF;
  }

  /** Two bytes, unsigned. */
  public int u16() {
    if (end - index < 2 && !refill(2)) {
      return 0;
    }
    int a = array[index] & 0xFF;
    int b = array[index + 1] & 0xFF;
    index += 2;
    return littleEndian ? a | b << 8 : a << 8 | b;
  }

  /** Four bytes, signed. */
  public int i32() {
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

  /** Four bytes, unsigned. */
  public long u32() {
    return i32() & 0xFFFF_FFFFL;
  }

  /** Eight bytes, signed. */
  public long i64() {
    if (end - index < 8 && !refill(8)) {
      return 0;
    }
    long first = i32() & 0xFFFF_FFFFL;
    long second = i32() & 0xFFFF_FFFFL;
    return littleEndian ? second << 32 | first : first << 32 | second;
  }

  /** A number of 1 to 8 bytes, unsigned below 8. */
  public long number(int size) {
    return switch (size) {
      case 1 -> u8();
      case 2 -> u16();
      case 4 -> u32();
      case 8 -> i64();
      default -> oddNumber(size);
    };
  }

  private long oddNumber(int size) {
    long value = 0;
    for (int i = 0; i < size; i++) {
      long b = u8();
      value = littleEndian ? value | (b << (8 * i)) : (value << 8) | b;
    }
    return value;
  }

  /** An unsigned LEB128 number; bits above 64 are dropped, as unwinders and debuggers do. */
  public long uleb128() {
    // Most numbers have one byte or two.
    if (end - index >= 2) {
      int first = array[index];
      if (first >= 0) {
        index++;
        return first;
      }
      int second = array[index + 1];
      if (second >= 0) {
        index += 2;
        return (first & 0x7F) | second << 7;
      }
    }
    return leb128(false);
  }

  /** A signed LEB128 number; bits above 64 are dropped, as unwinders and debuggers do. */
  public long sleb128() {
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
  public void passLeb128() {
    for (int at = index; at < end; at++) {
      if (array[at] >= 0) {
        index = at + 1;
        return;
      }
    }
    while ((u8() & 0x80) != 0) {
      // The next byte belongs to it too.
    }
  }

  /** Passes over a NUL-terminated string and returns its length without the NUL. */
  public long passText() {
    long start = position();
    for (int at = index; at < end; at++) {
      if (array[at] == 0) {
        int length = at - index;
        index = at + 1;
        return length;
      }
    }
    while (u8() != 0) {
      // The next byte belongs to it too.
    }
    return overrun ? 0 : position() - 1 - start;
  }

  /** Slides the array so that it starts at the position; false and overrun if bytes lack. */
  private boolean refill(int needed) {
    long position = position();
    if (limit - position < needed || overrun) {
      overrun = true;
      return false;
    }
    if (array.length < nextFill) {
      array = Arrays.copyOf(array, nextFill);
    }
    // Filled beyond the limit: the next record starts there.
    int count = (int) Math.min(nextFill, bytes.length() - position);
    bytes.copy(position, array, 0, count);
    nextFill = Math.min(LARGEST, nextFill << 2);
    arrayStart = position;
    index = 0;
    filled = count;
    end = (int) Math.min(count, limit - position);
    return true;
  }

  @Override
  public String toString() {
    return "at " + position() + ", " + remaining() + " bytes left";
  }
}
