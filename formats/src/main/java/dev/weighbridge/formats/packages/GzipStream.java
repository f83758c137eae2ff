package dev.weighbridge.formats.packages;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.util.zip.CRC32;

/** The contents of gzip members that follow each other: RFC 1952. */
final class GzipStream extends ContentStream {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;

  private final Region region;
  private final Bytes bytes;
  private final String structure;
  private final boolean isOneMember;
  private final CRC32 check = new CRC32();
  private DeflateStream member;
  private long memberStart;
  private long end = -1;

  /**
   * The contents of a region.
   *
   * @param isOneMember whether they end with the first member
   */
  GzipStream(Region region, String structure, boolean isOneMember) {
    this.region = region;
    this.bytes = region.bytes();
    this.structure = structure;
    this.isOneMember = isOneMember;
    member = begin(0);
  }

  static boolean begins(Bytes bytes, long place) {
    return bytes.contains(place, HEADER)
        && bytes.u8(place) == 0x1F
        && bytes.u8(place + 1) == 0x8B
        && bytes.u8(place + 2) == 8;
  }

  private DeflateStream begin(long start) {
    if (!begins(bytes, start)) {
      throw malformed(start, "a header of a gzip member", "other bytes");
    }
    int flags = bytes.u8(start + 3);
    long at = start + HEADER;
    if ((flags & FEXTRA) != 0) {
      require(at, 2);
      at += 2 + (bytes.u8(at) | bytes.u8(at + 1) << 8);
    }
    at = (flags & FNAME) == 0 ? at : afterText(at);
    at = (flags & FCOMMENT) == 0 ? at : afterText(at);
    at += (flags & FHCRC) == 0 ? 0 : 2;
    require(at, 0);
    check.reset();
    memberStart = at;
    return new DeflateStream(region.slice(at, region.length()), structure);
  }

  private long afterText(long at) {
    require(at, 1);
    long zero = bytes.indexOf((byte) 0, at, bytes.length());
    if (zero < 0) {
      throw malformed(at, "a text that ends with a zero", "the end");
    }
    return zero + 1;
  }

  private void require(long at, long count) {
    if (!bytes.contains(at, count)) {
      throw malformed(at, "more bytes of a gzip member", "the end");
    }
  }

  @Override
  int fill(byte[] target, int start, int count) {
    while (end < 0) {
      int read = member.fill(target, start, count);
      if (read > 0) {
        check.update(target, start, read);
        return read;
      }
      long trailer = memberStart + member.packedPlace();
      require(trailer, TRAILER);
      long expected =
          bytes.slice(trailer, trailer + 4).withOrder(java.nio.ByteOrder.LITTLE_ENDIAN).u32(0);
      if (expected != check.getValue()) {
        throw malformed(
            trailer,
            "contents with the checksum " + Long.toHexString(expected),
            "the checksum " + Long.toHexString(check.getValue()));
      }
      long next = trailer + TRAILER;
      if (!isOneMember && begins(bytes, next)) {
        member = begin(next);
      } else {
        end = next;
      }
    }
    return -1;
  }

  /** Where the last member ends; known when all was read. */
  long end() {
    return end;
  }

  @Override
  public long used() {
    // The trailer belongs to no entry.
    return region.shares().upTo(memberStart + member.packedPlace());
  }

  private MalformedBinaryException malformed(long place, String expected, String found) {
    return new MalformedBinaryException(structure, place, expected, found);
  }
}
