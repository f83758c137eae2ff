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
  private final ZstdInput input;
  private final ZstdSink sink;

  private ZstdDecoder(Bytes payload, ZstdSink sink) {
    input = new ZstdInput(payload);
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
      long start = input.position();
      ZstdFrameHeader header = ZstdFrameHeader.read(input);
      sink.frame(8 * (input.position() - start));
      if (header != null) {
        frame(header);
      }
    } while (!input.isAtEnd());
  }

  /** The header says little that the blocks do not. */
  private void frame(ZstdFrameHeader header) throws DataFormatException {
    if (header.needsDictionary()) {
      throw new DataFormatException("a frame that needs a dictionary");
    }
    sink.beginFrame();
    blocks();
    sink.frame(header.hasChecksum() ? 32 : 0);
    sink.endFrame(header.hasChecksum() ? input.number(4) : -1);
  }

  private void blocks() throws DataFormatException {
    ZstdBlock compressed = new ZstdBlock(sink);
    boolean isLast;
    do {
      long start = input.position();
      sink.beginBlock();
      int header = (int) input.number(3);
      isLast = (header & 1) != 0;
      int size = header >>> 3;
      if (size > ZstdLiterals.MAX_BLOCK) {
        throw new DataFormatException("a block of " + size + " bytes");
      }
      switch ((header >>> 1) & 3) {
        case 0 -> raw(size);
        case 1 -> sink.fill((byte) input.number(1), size);
        case 2 -> compressed.decode(input.bytes(size));
        default -> throw new DataFormatException("a block of reserved type");
      }
      sink.endBlock(8 * (input.position() - start));
    } while (!isLast);
  }

  private void raw(int size) throws DataFormatException {
    sink.append(input.bytes(size), 0, size, ZstdLiterals.RAW);
  }
}
