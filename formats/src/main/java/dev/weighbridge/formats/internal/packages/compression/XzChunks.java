package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.problems.MalformedBinaryException;

/**
 * Where the LZMA2 chunks of .xz data lie, packed and unpacked: their headers tell both without
 * unpacking them. The .xz file format 1.1.0, 2 to 5.
 */
final class XzChunks {
  private static final int STREAM_HEADER = 12;
  private static final int STREAM_FOOTER = 12;
  private static final int[] MAGIC = {0xFD, '7', 'z', 'X', 'Z', 0};

  private final Bytes bytes;
  private final String structure;
  private long position;
  private int checkSize;
  private boolean isInBlock;
  private boolean isAtEnd;
  private long streamEnd;
  private long blockStart;
  private long packedStart;
  private long packedEnd;
  private long unpackedStart;
  private long unpackedEnd;

  XzChunks(Bytes bytes, String structure) {
    this.bytes = bytes;
    this.structure = structure;
    beginStream();
    packedStart = position;
    packedEnd = position;
  }

  /** Packed bytes for the first unpacked ones; places must not fall. */
  long packedUpTo(long place) {
    while (place > unpackedEnd && next()) {
      // The chunk that the place is in comes later.
    }
    return packedStart
        + SampledShares.between(
            packedEnd - packedStart,
            Math.min(place, unpackedEnd) - unpackedStart,
            unpackedEnd - unpackedStart);
  }

  /** Where the streams end: at the end of the bytes, or where something begins that is none. */
  long end() {
    while (next()) {
      // Headers alone tell where the next chunk is.
    }
    return streamEnd;
  }

  private boolean isAtStream() {
    for (int i = 0; i < MAGIC.length; i++) {
      if (position + i >= bytes.length() || bytes.u8(position + i) != MAGIC[i]) {
        return false;
      }
    }
    return true;
  }

  private void beginStream() {
    checkSize =
        switch (u8(position + 7) & 0x0F) {
          case 0 -> 0;
          case 1 -> 4;
          case 4 -> 8;
          case 10 -> 32;
          default -> throw malformed("a known check");
        };
    position += STREAM_HEADER;
  }

  private boolean next() {
    while (true) {
      if (!isInBlock && !beginBlock()) {
        return false;
      }
      int control = u8(position);
      if (control != 0) {
        chunk(control);
        return true;
      }
      position++;
      position += Math.floorMod(blockStart - position, 4L) + checkSize;
      isInBlock = false;
    }
  }

  private boolean beginBlock() {
    if (isAtEnd) {
      return false;
    }
    int size = u8(position);
    if (size == 0) {
      passIndex();
      if (!isAtStream()) {
        isAtEnd = true;
        return false;
      }
      beginStream();
      return beginBlock();
    }
    blockStart = position;
    position += 4L * (size + 1);
    isInBlock = true;
    return true;
  }

  private void passIndex() {
    long start = position++;
    for (long records = number(); records > 0; records--) {
      number();
      number();
    }
    position += Math.floorMod(start - position, 4L) + 4 + STREAM_FOOTER;
    streamEnd = position;
    while (position < bytes.length() && u8(position) == 0) {
      position++;
    }
  }

  private long number() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      int part = u8(position++);
      value |= (long) (part & 0x7F) << shift;
      if (part < 0x80) {
        return value;
      }
      if (shift > 49) {
        throw malformed("a number of at most nine bytes");
      }
    }
  }

  private void chunk(int control) {
    long start = position;
    long unpacked = 256L * u8(position + 1) + u8(position + 2) + 1;
    if (control >= 0x80) {
      unpacked += (long) (control & 0x1F) << 16;
      position += 256L * u8(position + 3) + u8(position + 4) + 1 + (control >= 0xC0 ? 6 : 5);
    } else {
      position += unpacked + 3;
    }
    packedStart = start;
    packedEnd = position;
    unpackedStart = unpackedEnd;
    unpackedEnd += unpacked;
  }

  private int u8(long place) {
    if (place >= bytes.length()) {
      throw malformed("more bytes");
    }
    return bytes.u8(place);
  }

  private MalformedBinaryException malformed(String expected) {
    return new MalformedBinaryException(
        structure, Math.min(position, bytes.length()), expected + " of xz data", "other bytes");
  }
}
