package dev.weighbridge.formats.stream;

import java.util.zip.DataFormatException;

/** How long matches are: a code of LZMA. */
final class LzmaLength {
  private static final int LEAST = 2;
  private static final int LOW_BITS = 3;
  private static final int HIGH_BITS = 8;
  private static final int MOST_POSITIONS = 16;

  private final short[] choice = RangeDecoder.even(2);
  private final short[] low = RangeDecoder.even(MOST_POSITIONS << LOW_BITS);
  private final short[] middle = RangeDecoder.even(MOST_POSITIONS << LOW_BITS);
  private final short[] high = RangeDecoder.even(1 << HIGH_BITS);

  /**
   * Reads a length.
   *
   * @param place the low bits of the place where it is
   */
  int read(RangeDecoder in, int place) throws DataFormatException {
    if (in.bit(choice, 0) == 0) {
      return LEAST + in.tree(low, place << LOW_BITS, LOW_BITS);
    }
    if (in.bit(choice, 1) == 0) {
      return LEAST + (1 << LOW_BITS) + in.tree(middle, place << LOW_BITS, LOW_BITS);
    }
    return LEAST + (2 << LOW_BITS) + in.tree(high, 0, HIGH_BITS);
  }
}
