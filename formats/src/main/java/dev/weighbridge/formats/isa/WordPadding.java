package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;

/** The padding of a machine whose no-operations have four bytes, or two that stand twice. */
public final class WordPadding extends PaddingPatterns {
  private static final int WIDTH = 4;

  private final int[] nops;

  /**
   * Padding of zeros and of some words.
   *
   * @param nops the no-operations and breakpoints, as words in the byte order of the code; one of
   *     two bytes stands in both halves
   */
  public WordPadding(int... nops) {
    this.nops = nops.clone();
  }

  /** Words that are one of the machine's no-operations or zero; a short head may be zero. */
  @Override
  protected boolean fills(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end && (end - at) % WIDTH != 0) {
      if (end - at >= 2 && isHalfNop(bytes.u16(at))) {
        at += 2;
      } else if (bytes.u8(at) == 0) {
        at++;
      } else {
        return false;
      }
    }
    for (; at < end; at += WIDTH) {
      if (!isNop(bytes.i32(at))) {
        return false;
      }
    }
    return true;
  }

  @Override
  protected boolean startsAt(Bytes bytes, long start, long end) {
    return (end - start) % WIDTH == 0
        ? bytes.i32(start) != 0
        : end - start >= 2 && isHalfNop(bytes.u16(start));
  }

  @Override
  public int length(Bytes bytes, long start, long end) {
    return end - start >= WIDTH && isNop(bytes.i32(start)) ? WIDTH : 0;
  }

  private boolean isNop(int word) {
    for (int nop : nops) {
      if (word == nop) {
        return true;
      }
    }
    return word == 0;
  }

  private boolean isHalfNop(int half) {
    for (int nop : nops) {
      if ((nop & 0xFFFF) == half && nop >>> 16 == half) {
        return true;
      }
    }
    return false;
  }
}
