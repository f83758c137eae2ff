package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.GzipHeader;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/** Reads the members of a gzip file for what each byte costs. RFC 1952. */
final class GzipStream {
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
    } while (GzipHeader.begins(members.stream, members.position));
    costs.addFrame(8 * BIT * (members.stream.length() - members.position));
  }

  private void member(RestoredFile file, CostCurve costs) throws DataFormatException {
    long start = position;
    position = GzipHeader.end(stream, start);
    costs.addFrame(8 * BIT * (position - start));
    BitReader bits = new BitReader(stream, position);
    long from = file.position();
    DeflateStream.read(bits, file, costs);
    position = bits.position() / 8;
    long trailer = position;
    if (!stream.contains(trailer, GzipHeader.TRAILER)) {
      throw new DataFormatException("the end in the middle");
    }
    position += GzipHeader.TRAILER;
    costs.addFrame(8 * BIT * GzipHeader.TRAILER);
    if (stream.u32(trailer) != crc(from, file.position())
        || stream.u32(trailer + 4) != ((file.position() - from) & 0xFFFF_FFFFL)) {
      throw new DataFormatException("a checksum or size of other data");
    }
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
