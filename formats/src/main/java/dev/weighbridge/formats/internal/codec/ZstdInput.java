package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.zip.DataFormatException;

/** Data of Zstandard while it is read, from its start on. */
final class ZstdInput {
  private final Bytes payload;
  private long position;

  ZstdInput(Bytes payload) {
    this.payload = payload;
  }

  /** How much has been read. */
  long position() {
    return position;
  }

  boolean isAtEnd() {
    return position >= payload.length();
  }

  byte[] bytes(int size) throws DataFormatException {
    long from = position;
    skip(size);
    return payload.toArray(from, from + size);
  }

  void skip(long count) throws DataFormatException {
    if (count > payload.length() - position) {
      throw new DataFormatException("the end in the middle of a frame");
    }
    position += count;
  }

  /** A little-endian number of up to four bytes, unsigned; 0 if it has no bytes. */
  long number(int size) throws DataFormatException {
    long from = position;
    skip(size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | payload.u8(from + i);
    }
    return value;
  }
}
