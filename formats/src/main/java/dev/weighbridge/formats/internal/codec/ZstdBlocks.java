package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.zip.DataFormatException;

/**
 * Restores Zstandard data block by block, and keeps no more of it than later blocks may repeat. For
 * data that need not fit into memory.
 */
public final class ZstdBlocks {
  private static final int MAGIC = 0xFD2F_B528;
  private static final int SKIPPABLE_MAGIC = 0x184D_2A50;
  private static final int SKIPPABLE_MASK = 0xFFFF_FFF0;

  /** What {@code zstd --ultra -22} and {@code --long} ask for. */
  private static final long MAX_WINDOW = 128L << 20;

  private final String name;
  private final Bytes payload;
  private final Output output;
  private ZstdBlock compressed;
  private long position;
  private long packedStart;
  private boolean isInFrame;
  private boolean hasChecksum;
  private int window;
  private int start;

  /**
   * The blocks of frames that follow each other.
   *
   * @param name what errors call it
   */
  public ZstdBlocks(String name, Bytes payload) {
    this.name = name;
    this.payload = payload;
    CompressedSection section = new CompressedSection(name, 0, Codec.ZSTD, payload, -1, 0);
    output = new Output(section, (int) Math.min(3 * MAX_WINDOW, memory() / 2));
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
        if (position >= payload.length()) {
          return false;
        }
        frame();
      }
      block();
      return true;
    } catch (DataFormatException e) {
      throw new MalformedBinaryException(
          name, position, "zstd data", String.valueOf(e.getMessage()));
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
    return isInFrame || !hasChecksum ? position : position - 4;
  }

  /** RFC 8878, 3.1.1.1. */
  private void frame() throws DataFormatException {
    int magic = (int) number(4);
    if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
      skip(number(4));
      return;
    }
    if (magic != MAGIC) {
      throw new DataFormatException("no magic number of a frame");
    }
    int descriptor = (int) number(1);
    if ((descriptor & 0x08) != 0) {
      throw new DataFormatException("a reserved bit in a frame header");
    }
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    long size = 0;
    if (!isSingleSegment) {
      int exponent = (int) number(1);
      long base = 1L << (10 + (exponent >>> 3));
      size = base + base / 8 * (exponent & 7);
    }
    int dictionarySize = (1 << (descriptor & 3)) >> 1;
    if (number(dictionarySize) != 0) {
      throw new UnsupportedBinaryException(
          name, position, "zstd data without a dictionary", "a frame that needs one");
    }
    int sizeFlag = descriptor >>> 6;
    int sizeBytes = sizeFlag == 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag;
    long low = number(Math.min(sizeBytes, 4));
    long high = number(Math.max(0, sizeBytes - 4));
    if (isSingleSegment) {
      size = high << 32 | low + (sizeBytes == 2 ? 256 : 0);
    }
    checkWindow(size);
    hasChecksum = (descriptor & 0x04) != 0;
    compressed = new ZstdBlock(output);
    isInFrame = true;
  }

  /** Frames of one segment state their size, which may be more than anything repeats. */
  private void checkWindow(long size) {
    long most = Math.min(MAX_WINDOW, memory() / 8);
    if (size < 0 || size > most) {
      throw new UnsupportedBinaryException(
          name,
          position,
          "zstd data with a window of at most " + most + " bytes",
          Long.toUnsignedString(size));
    }
    window = (int) size;
  }

  private static long memory() {
    return Runtime.getRuntime().maxMemory();
  }

  private void block() throws DataFormatException {
    // Twice the window, so that bytes are moved rarely.
    if (output.count() > 2L * window + ZstdLiterals.MAX_BLOCK) {
      output.forget(Math.min(window, output.count()));
    }
    start = output.count();
    packedStart = position;
    int header = (int) number(3);
    int size = header >>> 3;
    if (size > ZstdLiterals.MAX_BLOCK) {
      throw new DataFormatException("a block of " + size + " bytes");
    }
    switch ((header >>> 1) & 3) {
      case 0 -> output.append(bytes(size), 0, size, ZstdLiterals.RAW);
      case 1 -> output.fill((byte) number(1), size);
      case 2 -> compressed.decode(bytes(size));
      default -> throw new DataFormatException("a block of reserved type");
    }
    if ((header & 1) != 0) {
      isInFrame = false;
      skip(hasChecksum ? 4 : 0);
    }
  }

  private byte[] bytes(int size) throws DataFormatException {
    long from = position;
    skip(size);
    return payload.toArray(from, from + size);
  }

  private void skip(long count) throws DataFormatException {
    if (count > payload.length() - position) {
      throw new DataFormatException("the end in the middle of a frame");
    }
    position += count;
  }

  /** A little-endian number of up to four bytes, unsigned; 0 if it has no bytes. */
  private long number(int size) throws DataFormatException {
    long from = position;
    skip(size);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | payload.u8(from + i);
    }
    return value;
  }
}
