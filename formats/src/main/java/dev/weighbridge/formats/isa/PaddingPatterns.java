package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * Recognises bytes that only align what follows: zeros, breakpoints, no-operations. Immutable.
 *
 * <p>A machine says what its no-operations are; how they are looked for is the same for all.
 */
public abstract class PaddingPatterns {
  /** Of a machine whose no-operations are not known: only zeros fill. */
  public static final PaddingPatterns ZEROS = new Zeros();

  /** What 64-byte alignment needs: so far back filler is looked for at once. */
  private static final int USUAL_TAIL = 63;

  /** Bytes of the longest instruction, so of the longest no-operation, too. */
  private static final int LONGEST_NOP = 15;

  /** Nothing to set up. */
  protected PaddingPatterns() {}

  /** Whether code bytes {@code [start, end)} do nothing but fill. */
  public final boolean fillsCode(Bytes bytes, long start, long end) {
    return isZero(bytes, start, end) || fills(bytes, start, end);
  }

  /**
   * Where the filler starts that ends code; {@code end} if none does.
   *
   * @param start of the code, of which at least a byte is no filler
   */
  public final long tailStart(Bytes bytes, long start, long end) {
    for (long length = USUAL_TAIL; ; length *= 4) {
      long first = end - start <= length ? start + 1 : end - length;
      long tail = tailWithin(bytes, first, end);
      // What reaches back so far may begin still earlier: we may look into the middle of it.
      if (tail - first >= LONGEST_NOP || first <= start + 1) {
        return tail;
      }
    }
  }

  private long tailWithin(Bytes bytes, long first, long end) {
    for (long at = first; at < end; at++) {
      if (startsAt(bytes, at, end) && fillsCode(bytes, at, end) && isSure(bytes, at, end)) {
        return at;
      }
    }
    return end;
  }

  /** Whether bytes {@code [start, end)}, which are not all zero, do nothing but fill. */
  protected abstract boolean fills(Bytes bytes, long start, long end);

  /**
   * Whether filler that follows an instruction may start at a byte: with a no-operation or a
   * breakpoint. A zero is more likely to be the last byte of the instruction, of the distance that
   * a jump ends with, for example.
   */
  protected abstract boolean startsAt(Bytes bytes, long start, long end);

  /** Whether filler at the end of code is not rather the end of an instruction. */
  protected boolean isSure(Bytes bytes, long start, long end) {
    return true;
  }

  /** Bytes of the no-operation, the breakpoint, or the zero word of fixed width at a position. */
  public abstract int length(Bytes bytes, long start, long end);

  /** Whether bytes {@code [start, end)} are all zero. */
  public static boolean isZero(Bytes bytes, long start, long end) {
    return isUniform(bytes, start, end, 0);
  }

  /** Whether bytes {@code [start, end)} all have one value. */
  public static boolean isUniform(Bytes bytes, long start, long end, int value) {
    long at = start;
    for (long word = value * 0x0101_0101_0101_0101L; end - at >= 8; at += 8) {
      if (bytes.i64(at) != word) {
        return false;
      }
    }
    for (; at < end; at++) {
      if (bytes.u8(at) != value) {
        return false;
      }
    }
    return true;
  }

  private static final class Zeros extends PaddingPatterns {
    @Override
    protected boolean fills(Bytes bytes, long start, long end) {
      return false;
    }

    @Override
    protected boolean startsAt(Bytes bytes, long start, long end) {
      return false;
    }

    @Override
    public int length(Bytes bytes, long start, long end) {
      return 0;
    }
  }
}
