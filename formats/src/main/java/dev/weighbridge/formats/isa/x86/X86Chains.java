package dev.weighbridge.formats.isa.x86;

import java.util.Arrays;

/**
 * Finds instructions in code of which no border is known.
 *
 * <p>Decoding from fifteen places in a row, one of which is a true border, soon leads to the same
 * instructions. An instruction counts where all that began at least {@value #DISTANCE} bytes before
 * it agree; chains that meet bytes that are no instruction were none. Measured on programs that
 * state all their references: from 45 bytes on no decision was wrong, and all but 0.3 to 1.5 in a
 * hundred were decided; from 30 bytes one in 10,000 was wrong. Zeros, which fill up between
 * functions, are instructions of two bytes that chains do not get off: behind them nothing is told.
 */
final class X86Chains {
  /** Bytes before an instruction at which the last chain begins. */
  private static final int DISTANCE = 45;

  /** Bytes before an instruction at which the first chain begins. */
  static final int REACH = DISTANCE + X86Decoder.MAX_LENGTH - 1;

  /** A chain says nothing, and one that says that nothing can be told. */
  private static final int NONE = -1;

  private static final int UNTOLD = -2;

  private final boolean[] isSeen = new boolean[REACH + 2 * X86Decoder.MAX_LENGTH];

  /**
   * The position where the instruction starts that covers a byte.
   *
   * @param first where the code starts, which counts as a border
   * @return -1 if the chains do not agree
   */
  int startOf(X86Decoder decoder, int covered, int first) {
    int from = Math.max(first, covered - REACH);
    int last = from == first ? first : covered - DISTANCE;
    Arrays.fill(isSeen, false);
    int agreed = NONE;
    for (int start = from; start <= last; start++) {
      decoder.goTo(start);
      int found = follow(decoder, covered, from);
      if (found == UNTOLD || (found >= 0 && agreed >= 0)) {
        return NONE;
      }
      agreed = Math.max(agreed, found);
    }
    return agreed;
  }

  /** Reads up to the instruction that covers a byte. */
  private int follow(X86Decoder decoder, int covered, int from) {
    while (decoder.next()) {
      int position = decoder.position();
      if (isSeen[position - from]) {
        return NONE; // as an earlier chain does
      }
      if (decoder.isZeros()) {
        return UNTOLD;
      }
      isSeen[position - from] = true;
      if (decoder.end() > covered) {
        return position;
      }
    }
    return NONE;
  }
}
