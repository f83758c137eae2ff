package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.zip.DataFormatException;

/** The header of a member of a gzip file. RFC 1952, 2.3. */
public final class GzipHeader {
  /** Bytes behind a member's compressed data: a checksum and a size. */
  public static final int TRAILER = 8;

  private static final int HEADER = 10;
  private static final int DEFLATE = 8;
  private static final int FHCRC = 2;
  private static final int FEXTRA = 4;
  private static final int FNAME = 8;
  private static final int FCOMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final Bytes stream;
  private long position;

  private GzipHeader(Bytes stream, long start) {
    this.stream = stream;
    position = start;
  }

  /** Whether a member of deflated data, the only kind there is, begins at a place. */
  public static boolean begins(Bytes stream, long place) {
    return stream.contains(place, HEADER)
        && stream.u8(place) == 0x1F
        && stream.u8(place + 1) == 0x8B
        && stream.u8(place + 2) == DEFLATE;
  }

  /**
   * Where the header that begins at a place ends.
   *
   * @throws DataFormatException if none does, or if it says what nobody knows
   */
  public static long end(Bytes stream, long start) throws DataFormatException {
    if (!begins(stream, start)) {
      throw new DataFormatException("no header of a gzip member");
    }
    return new GzipHeader(stream, start).end();
  }

  private long end() throws DataFormatException {
    int flags = stream.u8(position + 3);
    if ((flags & RESERVED) != 0) {
      throw new DataFormatException("reserved flags");
    }
    skip(HEADER);
    if ((flags & FEXTRA) != 0) {
      skip(2);
      skip(stream.u8(position - 2) | stream.u8(position - 1) << 8);
    }
    skipText(flags & FNAME);
    skipText(flags & FCOMMENT);
    skip((flags & FHCRC) != 0 ? 2 : 0);
    return position;
  }

  private void skipText(int flag) throws DataFormatException {
    if (flag != 0) {
      long zero = stream.indexOf((byte) 0, position, stream.length());
      skip(zero < 0 ? Long.MAX_VALUE : zero + 1 - position);
    }
  }

  private void skip(long count) throws DataFormatException {
    if (count > stream.length() - position) {
      throw new DataFormatException("the end in the middle");
    }
    position += count;
  }
}
