package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.zip.DataFormatException;

/** The bits of a stream, the lowest of each byte first: RFC 1951, 3.1.1, RFC 7932, 1.5.1. */
final class BitReader {
  private final Bytes bytes;
  private final long end;
  private long bit;

  /** The bits of a stream, to be read from one of its bytes on. */
  BitReader(Bytes stream, long start) {
    bytes = stream.withOrder(ByteOrder.LITTLE_ENDIAN);
    end = 8 * bytes.length();
    bit = 8 * start;
  }

  /** How many bits come before the next one. */
  long position() {
    return bit;
  }

  /** How many bits are left. */
  long left() {
    return end - bit;
  }

  /** The next bits as a number, without passing over them; up to 32. Bits behind the end are 0. */
  int peek(int count) {
    long at = bit >>> 3;
    long word = at <= bytes.length() - 8 ? bytes.i64(at) : lastWord(at);
    return (int) ((word >>> (bit & 7)) & ((1L << count) - 1));
  }

  private long lastWord(long at) {
    long word = 0;
    for (long i = bytes.length() - 1; i >= at; i--) {
      word = word << 8 | bytes.u8(i);
    }
    return word;
  }

  /** Passes over bits. */
  void pass(int count) throws DataFormatException {
    if (count > end - bit) {
      throw new DataFormatException("the end in the middle");
    }
    bit += count;
  }

  /** The next bits as a number; up to 32. */
  int read(int count) throws DataFormatException {
    int value = peek(count);
    pass(count);
    return value;
  }

  /** Passes over what is left of a byte. */
  void align() {
    bit = (bit + 7) & ~7L;
  }

  /** Reads whole bytes; the next bit must be the first of one. */
  void read(byte[] target, int count) throws DataFormatException {
    long at = bit >>> 3;
    if (count > bytes.length() - at) {
      throw new DataFormatException("the end in the middle");
    }
    bytes.copy(at, target, 0, count);
    bit += 8L * count;
  }
}
