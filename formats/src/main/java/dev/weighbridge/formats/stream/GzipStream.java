package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/** Reads the members of a gzip file for what each byte costs. RFC 1952. */
final class GzipStream {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int RESERVED = 0xE0;
  private static final int CHUNK = 1 << 16;

  private final Bytes stream;
  private final Bytes weighed;
  private long position;

  private GzipStream(Bytes stream, Bytes weighed) {
    this.stream = stream.withOrder(ByteOrder.LITTLE_ENDIAN);
    this.weighed = weighed;
  }

  /**
   * Reads all members. What follows the last one and is none is ignored by gzip, too.
   *
   * @param weighed what is to come out
   */
  static void read(Bytes stream, Bytes weighed, RestoredFile file, CostCurve costs)
      throws DataFormatException {
    GzipStream members = new GzipStream(stream, weighed);
    do {
      members.member(file, costs);
    } while (members.isAtMember());
    costs.addFrame(8 * BIT * (members.stream.length() - members.position));
  }

  private boolean isAtMember() {
    return stream.contains(position, 2)
        && stream.u8(position) == 0x1F
        && stream.u8(position + 1) == 0x8B;
  }

  private void member(RestoredFile file, CostCurve costs) throws DataFormatException {
    long start = position;
    header();
    costs.addFrame(8 * BIT * (position - start));
    BitReader bits = new BitReader(stream, position);
    long from = file.position();
    DeflateStream.read(bits, file, costs);
    position = bits.position() / 8;
    long trailer = position;
    skip(TRAILER);
    costs.addFrame(8 * BIT * TRAILER);
    if (stream.u32(trailer) != crc(from, file.position())
        || stream.u32(trailer + 4) != ((file.position() - from) & 0xFFFF_FFFFL)) {
      throw new DataFormatException("a checksum or size of other data");
    }
  }

  private void header() throws DataFormatException {
    long start = position;
    skip(HEADER);
    if (stream.u8(start + 2) != 8) {
      throw new DataFormatException("compression method " + stream.u8(start + 2));
    }
    int flags = stream.u8(start + 3);
    if ((flags & RESERVED) != 0) {
      throw new DataFormatException("reserved flags");
    }
    if ((flags & FEXTRA) != 0) {
      skip(2);
      skip(stream.u16(position - 2));
    }
    skipText(flags & FNAME);
    skipText(flags & FCOMMENT);
    skip((flags & FHCRC) != 0 ? 2 : 0);
  }

  private void skipText(int flag) throws DataFormatException {
    if (flag != 0) {
      long end = stream.indexOf((byte) 0, position, stream.length());
      skip(end < 0 ? Long.MAX_VALUE : end + 1 - position);
    }
  }

  private void skip(long count) throws DataFormatException {
    if (count > stream.length() - position) {
      throw new DataFormatException("the end in the middle");
    }
    position += count;
  }

  private long crc(long start, long end) {
    CRC32 crc = new CRC32();
    byte[] chunk = new byte[(int) Math.min(CHUNK, end - start)];
    for (long at = start; at < end; at += chunk.length) {
      int count = (int) Math.min(chunk.length, end - at);
      weighed.copy(at, chunk, 0, count);
      crc.update(chunk, 0, count);
    }
    return crc.getValue();
  }
}
