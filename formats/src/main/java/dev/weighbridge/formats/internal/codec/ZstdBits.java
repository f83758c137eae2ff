package dev.weighbridge.formats.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/**
 * The bits of a Zstandard stream, read from its end to its start. RFC 8878, 4.1 and 4.2: the
 * highest set bit of the last byte marks the end and is no data. Bits before the start are 0.
 */
final class ZstdBits {
  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final byte[] array;
  private final int start;
  private final int end;
  private long left;

  /** The stream in {@code [start, end)} of an array. */
  ZstdBits(byte[] array, int start, int end) throws DataFormatException {
    if (start < 0 || start >= end || end > array.length || array[end - 1] == 0) {
      throw new DataFormatException("a bit stream without end mark");
    }
    this.array = array;
    this.start = start;
    this.end = end;
    int mark = Integer.numberOfLeadingZeros(array[end - 1] & 0xFF) - 23;
    left = 8L * (end - start) - mark;
  }

  /** Bits left; negative if more were read than there are. */
  long left() {
    return left;
  }

  /** The next bits as a number, without passing over them; up to 31. */
  int peek(int count) {
    long from = left - count;
    if (from < 0) {
      int have = (int) Math.max(0, left);
      return have == 0 ? 0 : bits(0, have) << (count - have);
    }
    return bits(from, count);
  }

  /** Passes over bits. */
  void pass(int count) {
    left -= count;
  }

  /** The next bits as a number; up to 31. */
  int read(int count) {
    int value = peek(count);
    left -= count;
    return value;
  }

  private int bits(long from, int count) {
    int at = start + (int) (from >>> 3);
    long word = at <= array.length - 8 ? (long) WORD.get(array, at) : lastWord(at);
    return (int) ((word >>> (from & 7)) & ((1L << count) - 1));
  }

  private long lastWord(int at) {
    long word = 0;
    for (int i = end - 1; i >= at; i--) {
      word = word << 8 | (array[i] & 0xFF);
    }
    return word;
  }
}
