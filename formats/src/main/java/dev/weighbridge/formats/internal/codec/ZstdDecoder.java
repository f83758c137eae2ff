package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.zip.DataFormatException;

/**
 * Restores Zstandard data: frames of blocks. RFC 8878.
 *
 * <p>Written for this library because the decoders that exist for Java need native code or {@code
 * sun.misc.Unsafe}, which newer JDKs warn about on the console and which has read outside its
 * arrays on hostile input. Every access here is checked. Content checksums are left to the sink.
 */
public final class ZstdDecoder {
  private static final int MAGIC = 0xFD2F_B528;
  private static final int SKIPPABLE_MAGIC = 0x184D_2A50;
  private static final int SKIPPABLE_MASK = 0xFFFF_FFF0;

  private final Bytes payload;
  private final ZstdSink sink;
  private long position;

  private ZstdDecoder(Bytes payload, ZstdSink sink) {
    this.payload = payload;
    this.sink = sink;
  }

  static byte[] decode(CompressedSection section) {
    try {
      Output output = new Output(section);
      read(section.payload(), output);
      return output.finish();
    } catch (DataFormatException e) {
      throw section.malformed("zstd data", String.valueOf(e.getMessage()));
    }
  }

  /**
   * Reads all frames.
   *
   * @throws DataFormatException if they are cut, damaged or none
   */
  public static void read(Bytes payload, ZstdSink sink) throws DataFormatException {
    new ZstdDecoder(payload, sink).frames();
  }

  private void frames() throws DataFormatException {
    do {
      long start = position;
      int magic = (int) number(4);
      if (magic == MAGIC) {
        frame();
      } else if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
        skip(number(4));
        sink.frame(8 * (position - start));
      } else {
        throw new DataFormatException("no magic number of a frame");
      }
    } while (position < payload.length());
  }

  /** RFC 8878, 3.1.1.1: the header says little that the blocks do not. */
  private void frame() throws DataFormatException {
    long start = position - 4;
    int descriptor = (int) number(1);
    if ((descriptor & 0x08) != 0) {
      throw new DataFormatException("a reserved bit in a frame header");
    }
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    skip(isSingleSegment ? 0 : 1);
    int dictionarySize = (1 << (descriptor & 3)) >> 1;
    if (number(dictionarySize) != 0) {
      throw new DataFormatException("a frame that needs a dictionary");
    }
    int sizeFlag = descriptor >>> 6;
    skip(sizeFlag == 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag);
    sink.frame(8 * (position - start));
    sink.beginFrame();
    blocks();
    boolean hasChecksum = (descriptor & 0x04) != 0;
    sink.frame(hasChecksum ? 32 : 0);
    sink.endFrame(hasChecksum ? number(4) : -1);
  }

  private void blocks() throws DataFormatException {
    ZstdBlock compressed = new ZstdBlock(sink);
    boolean isLast;
    do {
      long start = position;
      sink.beginBlock();
      int header = (int) number(3);
      isLast = (header & 1) != 0;
      int size = header >>> 3;
      if (size > ZstdLiterals.MAX_BLOCK) {
        throw new DataFormatException("a block of " + size + " bytes");
      }
      switch ((header >>> 1) & 3) {
        case 0 -> raw(size);
        case 1 -> sink.fill((byte) number(1), size);
        case 2 -> compressed.decode(bytes(size));
        default -> throw new DataFormatException("a block of reserved type");
      }
      sink.endBlock(8 * (position - start));
    } while (!isLast);
  }

  private void raw(int size) throws DataFormatException {
    sink.append(bytes(size), 0, size, ZstdLiterals.RAW);
  }

  private byte[] bytes(int size) throws DataFormatException {
    long start = position;
    skip(size);
    return payload.toArray(start, start + size);
  }

  private void skip(long count) throws DataFormatException {
    if (count > payload.length() - position) {
      throw new DataFormatException("the end in the middle of a frame");
    }
    position += count;
  }

  /** A little-endian number of up to four bytes, unsigned; 0 if it has no bytes. */
  private long number(int size) throws DataFormatException {
    long start = position;
    skip(size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | payload.u8(start + i);
    }
    return value;
  }
}
