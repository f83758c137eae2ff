package dev.weighbridge.formats.isa;

import java.util.Arrays;

/**
 * Finds instructions in code of which no border is known.
 *
 * <p>Decoding from every place of one instruction's length, one of which is a true border, soon
 * leads to the same instructions. An instruction counts where all that began at least {@value
 * #DISTANCE} bytes before it agree; chains that meet bytes that are no instruction were none.
 * Measured on x86-64 programs that state all their references: from 45 bytes on no decision was
 * wrong, and all but 0.3 to 1.5 in a hundred were decided; from 30 bytes one in 10,000 was wrong.
 */
public final class InstructionFinder {
  /** Bytes before an instruction at which the last chain begins. */
  static final int DISTANCE = 45;

  private final InstructionCursor cursor;
  private final int reach;
  private final boolean[] isSeen;

  /** A finder that reads with a cursor; it is left behind the instruction found. */
  public InstructionFinder(InstructionCursor cursor) {
    this.cursor = cursor;
    reach = DISTANCE + cursor.maxLength() - cursor.alignment();
    isSeen = new boolean[reach + 2 * cursor.maxLength()];
  }

  /**
   * The position where the instruction starts that covers a byte.
   *
   * @param code holds the code in {@code [first, end)}, and {@link InstructionCursor#SLACK} more
   * @param first a border, or a position at least {@link #reach} bytes before the byte
   * @param at position of the byte
   * @param address virtual address of the byte at {@code first}
   * @return -1 if the chains do not agree
   */
  public int startOf(byte[] code, int first, int end, int at, long address) {
    int from = Math.max(first, at - reach);
    int last = from == first ? first : from + cursor.maxLength() - cursor.alignment();
    Arrays.fill(isSeen, false);
    int agreed = -1;
    for (int start = from; start <= last; start += cursor.alignment()) {
      cursor.start(code, start, end, address + (start - first));
      int found = follow(at, from);
      if (found >= 0) {
        if (agreed >= 0) {
          return -1;
        }
        agreed = found;
      }
    }
    return agreed;
  }

  /** Reads up to the instruction that covers a byte; -1 if an earlier chain went the same way. */
  private int follow(int at, int from) {
    while (cursor.next()) {
      int position = cursor.position();
      if (isSeen[position - from]) {
        return -1;
      }
      isSeen[position - from] = true;
      if (cursor.end() > at) {
        return position;
      }
    }
    return -1;
  }

  /** Bytes before the one asked for that are looked at. */
  public int reach() {
    return reach;
  }
}
