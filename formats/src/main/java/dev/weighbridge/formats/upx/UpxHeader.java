package dev.weighbridge.formats.upx;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * What UPX says of a packed file: 32 bytes that end with a checksum of themselves, of version 10 of
 * the packer and later.
 *
 * @param start file offset of its first byte
 * @param version of the header
 * @param format number of the executable format
 * @param method number of the compression
 * @param unpackedAdler Adler-32 of all that comes out, before anything is rebuilt from it
 * @param packedAdler Adler-32 of all packed data
 * @param unpackedSize bytes that come out
 * @param packedSize bytes of packed data, where the format says so
 * @param fileSize bytes of the original file
 * @param filter number of the filter, 0 if none
 * @param filterParameter the byte that marks filtered places
 */
public record UpxHeader(
    long start,
    int version,
    int format,
    int method,
    int unpackedAdler,
    int packedAdler,
    long unpackedSize,
    long packedSize,
    long fileSize,
    int filter,
    int filterParameter) {
  static final int SIZE = 32;

  private static final int FIRST_VERSION = 10;
  private static final int FIRST_BIG_ENDIAN = 128;
  private static final int MODULUS = 251;

  /** The header at a place; empty if its mark, its checksum or its version is not there. */
  static Optional<UpxHeader> at(Bytes file, long start) {
    if (!file.contains(start, SIZE) || !isMark(file, start)) {
      return Optional.empty();
    }
    int sum = 0;
    for (long at = start + 4; at < start + SIZE - 1; at++) {
      sum += file.u8(at);
    }
    int version = file.u8(start + 4);
    if (sum % MODULUS != file.u8(start + SIZE - 1) || version < FIRST_VERSION) {
      return Optional.empty();
    }
    int format = file.u8(start + 5);
    boolean isBig = format >= FIRST_BIG_ENDIAN;
    Bytes bytes = file.withOrder(isBig ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    long adlers = start + (isBig ? 16 : 8);
    long sizes = start + (isBig ? 8 : 16);
    return Optional.of(
        new UpxHeader(
            start,
            version,
            format,
            file.u8(start + 6),
            bytes.i32(adlers),
            bytes.i32(adlers + 4),
            bytes.u32(sizes),
            bytes.u32(sizes + 4),
            bytes.u32(start + 24),
            file.u8(start + 28),
            file.u8(start + 29)));
  }

  /** Whether the mark of UPX stands at a place. */
  static boolean isMark(Bytes file, long at) {
    return file.contains(at, 4)
        && file.u8(at) == 'U'
        && file.u8(at + 1) == 'P'
        && file.u8(at + 2) == 'X'
        && file.u8(at + 3) == '!';
  }

  /** The first header in {@code [start, end)}; empty if there is none. */
  static Optional<UpxHeader> find(Bytes file, long start, long end) {
    long at = file.indexOf((byte) 'U', start, end);
    while (at >= 0) {
      Optional<UpxHeader> header = at(file, at);
      if (header.isPresent()) {
        return header;
      }
      at = file.indexOf((byte) 'U', at + 1, end);
    }
    return Optional.empty();
  }
}
