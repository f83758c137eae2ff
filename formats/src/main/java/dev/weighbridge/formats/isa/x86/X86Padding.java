package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.isa.PaddingPatterns;

/** Breakpoints, and no-operations of up to fifteen bytes. */
final class X86Padding extends PaddingPatterns {
  private static final int BREAKPOINT = 0xCC;

  /** Bytes of the longest distance that a jump ends with. */
  private static final int LONGEST_DISTANCE = 4;

  @Override
  protected boolean fills(Bytes bytes, long start, long end) {
    return isUniform(bytes, start, end, BREAKPOINT)
        // Zeros may only follow: before more of them they are the end of an instruction.
        || isZero(bytes, endOfNops(bytes, start, end), end);
  }

  @Override
  protected boolean startsAt(Bytes bytes, long start, long end) {
    return bytes.u8(start) != 0;
  }

  /**
   * Filler may be the end of a distance of four bytes: one that looks like a no-operation, with
   * zeros behind it that are no part of that.
   */
  @Override
  protected boolean isSure(Bytes bytes, long start, long end) {
    return end - start > LONGEST_DISTANCE || endOfNops(bytes, start, end) == end;
  }

  @Override
  public int length(Bytes bytes, long start, long end) {
    return X86Nop.length(bytes, start, end);
  }

  /** The first byte that is no part of the no-operations that begin at a place. */
  private static long endOfNops(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end) {
      int length = X86Nop.length(bytes, at, end);
      if (length == 0) {
        return at;
      }
      at += length;
    }
    return end;
  }
}
