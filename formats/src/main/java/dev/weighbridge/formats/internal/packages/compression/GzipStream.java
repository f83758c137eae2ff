package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.GzipHeader;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/** The contents of gzip members that follow each other: RFC 1952. */
public final class GzipStream extends ContentStream {
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
  public GzipStream(Region region, String structure, boolean isOneMember) {
    this.region = region;
    this.bytes = region.bytes();
    this.structure = structure;
    this.isOneMember = isOneMember;
    member = begin(0);
  }

  private DeflateStream begin(long start) {
    try {
      memberStart = GzipHeader.end(bytes, start);
    } catch (DataFormatException e) {
      String found = String.valueOf(e.getMessage());
      throw malformed(start, "a header of a gzip member", found);
    }
    check.reset();
    return new DeflateStream(region.slice(memberStart, region.length()), structure);
  }

  @Override
  protected int fill(byte[] target, int start, int count) {
    while (end < 0) {
      int read = member.fill(target, start, count);
      if (read > 0) {
        check.update(target, start, read);
        return read;
      }
      long trailer = memberStart + member.packedPlace();
      if (!bytes.contains(trailer, GzipHeader.TRAILER)) {
        throw malformed(trailer, "more bytes of a gzip member", "the end");
      }
      long expected = bytes.slice(trailer, trailer + 4).withOrder(ByteOrder.LITTLE_ENDIAN).u32(0);
      if (expected != check.getValue()) {
        throw malformed(
            trailer,
            "contents with the checksum " + Long.toHexString(expected),
            "the checksum " + Long.toHexString(check.getValue()));
      }
      long next = trailer + GzipHeader.TRAILER;
      if (!isOneMember && GzipHeader.begins(bytes, next)) {
        member = begin(next);
      } else {
        end = next;
      }
    }
    return -1;
  }

  @Override
  public long packedEnd() {
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
