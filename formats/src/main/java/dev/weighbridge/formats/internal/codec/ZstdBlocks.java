package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.HeapShare;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.zip.DataFormatException;

/**
 * Restores Zstandard data block by block, and keeps no more of it than later blocks may repeat. For
 * data that need not fit into memory.
 */
public final class ZstdBlocks {
  /** What {@code zstd --ultra -22} and {@code --long} ask for. */
  private static final long MAX_WINDOW = 128L << 20;

  private final String name;
  private final ZstdInput input;
  private final Output output;
  private ZstdBlock compressed;
  private long packedStart;
  private boolean isInFrame;
  private boolean hasChecksum;
  private XxHash hash = XxHash.of64Bits();
  private int window;
  private int start;

  /**
   * The blocks of frames that follow each other.
   *
   * @param name what errors call it
   */
  public ZstdBlocks(String name, Bytes payload) {
    this.name = name;
    input = new ZstdInput(payload);
    CompressedSection section = new CompressedSection(name, 0, Codec.ZSTD, payload, -1, 0);
    output = new Output(section, (int) HeapShare.of(3 * MAX_WINDOW, 2).bytes());
    compressed = new ZstdBlock(output);
  }

  /**
   * Restores the next block.
   *
   * @return whether there is one
   * @throws MalformedBinaryException if it cannot be restored
   * @throws UnsupportedBinaryException if it needs a dictionary or too much memory
   */
  public boolean next() {
    try {
      while (!isInFrame) {
        if (input.isAtEnd()) {
          return false;
        }
        frame();
      }
      block();
      return true;
    } catch (DataFormatException e) {
      throw new MalformedBinaryException(
          name, input.position(), "zstd data", String.valueOf(e.getMessage()));
    }
  }

  /** How many bytes the block has restored; 0 before the first one. */
  public int size() {
    return output.count() - start;
  }

  /** Copies bytes of the block. */
  public void copy(int from, byte[] target, int targetStart, int count) {
    System.arraycopy(output.array(), start + from, target, targetStart, count);
  }

  /** Where the block begins in the packed data, its header included. */
  public long packedStart() {
    return packedStart;
  }

  /** Where the block ends in the packed data. */
  public long packedEnd() {
    return isInFrame || !hasChecksum ? input.position() : input.position() - 4;
  }

  private void frame() throws DataFormatException {
    ZstdFrameHeader header = ZstdFrameHeader.read(input);
    if (header == null) {
      return;
    }
    if (header.needsDictionary()) {
      throw new UnsupportedBinaryException(
          name, input.position(), "zstd data without a dictionary", "a frame that needs one");
    }
    checkWindow(header.window());
    hasChecksum = header.hasChecksum();
    hash = XxHash.of64Bits();
    compressed = new ZstdBlock(output);
    isInFrame = true;
  }

  /** Frames of one segment state their size, which may be more than anything repeats. */
  private void checkWindow(long size) {
    HeapShare most = HeapShare.of(MAX_WINDOW, 8);
    if (size < 0 || size > most.bytes()) {
      throw new UnsupportedBinaryException(
          name,
          input.position(),
          "zstd data with a window of at most " + most.bytes() + " bytes" + most.why(),
          Long.toUnsignedString(size));
    }
    window = (int) size;
  }

  private void block() throws DataFormatException {
    // Twice the window, so that bytes are moved rarely.
    if (output.count() > 2L * window + ZstdLiterals.MAX_BLOCK) {
      output.forget(Math.min(window, output.count()));
    }
    start = output.count();
    packedStart = input.position();
    int header = (int) input.number(3);
    int size = header >>> 3;
    if (size > ZstdLiterals.MAX_BLOCK) {
      throw new DataFormatException("a block of " + size + " bytes");
    }
    switch ((header >>> 1) & 3) {
      case 0 -> output.append(input.bytes(size), 0, size, ZstdLiterals.RAW);
      case 1 -> output.fill((byte) input.number(1), size);
      case 2 -> compressed.decode(input.bytes(size));
      default -> throw new DataFormatException("a block of reserved type");
    }
    if (hasChecksum) {
      hash.update(output.array(), start, size());
    }
    if ((header & 1) != 0) {
      isInFrame = false;
      check();
    }
  }

  private void check() throws DataFormatException {
    if (!hasChecksum) {
      return;
    }
    long place = input.position();
    long stated = input.number(4);
    if (stated != hash.low32()) {
      throw new MalformedBinaryException(
          name,
          place,
          "contents with the checksum " + Long.toHexString(stated),
          "the checksum " + Long.toHexString(hash.low32()));
    }
  }
}
