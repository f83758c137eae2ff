package dev.weighbridge.formats.internal.codec;

import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * The header of a frame: RFC 8878, 3.1.1.1.
 *
 * @param window bytes behind a place that may be repeated there; of a frame of one segment all it
 *     restores; less than 0 if it says more than a number holds
 * @param needsDictionary whether it can be restored only with other data
 * @param hasChecksum whether four bytes of a checksum follow the last block
 */
record ZstdFrameHeader(long window, boolean needsDictionary, boolean hasChecksum) {
  private static final int MAGIC = 0xFD2F_B528;
  private static final int SKIPPABLE_MAGIC = 0x184D_2A50;
  private static final int SKIPPABLE_MASK = 0xFFFF_FFF0;

  /** Reads the next one; null if it is of a frame that is to be skipped, which then it is. */
  static @Nullable ZstdFrameHeader read(ZstdInput input) throws DataFormatException {
    int magic = (int) input.number(4);
    if ((magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC) {
      input.skip(input.number(4));
      return null;
    }
    if (magic != MAGIC) {
      throw new DataFormatException("no magic number of a frame");
    }
    int descriptor = (int) input.number(1);
    if ((descriptor & 0x08) != 0) {
      throw new DataFormatException("a reserved bit in a frame header");
    }
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    long window = isSingleSegment ? 0 : window((int) input.number(1));
    int dictionarySize = (1 << (descriptor & 3)) >> 1;
    boolean needsDictionary = input.number(dictionarySize) != 0;
    int sizeFlag = descriptor >>> 6;
    int sizeBytes = sizeFlag == 0 ? (isSingleSegment ? 1 : 0) : 1 << sizeFlag;
    long low = input.number(Math.min(sizeBytes, 4));
    long high = input.number(Math.max(0, sizeBytes - 4));
    if (isSingleSegment) {
      window = high << 32 | low + (sizeBytes == 2 ? 256 : 0);
    }
    return new ZstdFrameHeader(window, needsDictionary, (descriptor & 0x04) != 0);
  }

  private static long window(int descriptor) {
    long base = 1L << (10 + (descriptor >>> 3));
    return base + base / 8 * (descriptor & 7);
  }
}
