package dev.weighbridge.formats.internal.pe;

import dev.weighbridge.formats.bytes.Bytes;

/** Finds where filler ends one function and the next begins, by the habits of a machine. */
final class CodeFiller {
  private static final int ALIGNMENT = 16;
  private static final int ARM64_NOP = 0xD503201F;
  private static final int ARM64_BREAK = 0xD43E0000;

  private final Bytes code;
  private final boolean isArm64;

  /**
   * Of a machine.
   *
   * @param code the bytes of a section; position 0 must be as aligned as functions are
   */
  CodeFiller(Bytes code, boolean isArm64) {
    this.code = code;
    this.isArm64 = isArm64;
  }

  /** The first position at or after {@code at} that is not filler. */
  long skip(long at, long end) {
    long position = at;
    while (position < end) {
      int length = length(position, end);
      if (length == 0) {
        break;
      }
      position += length;
    }
    return Math.min(position, end);
  }

  /** Bytes of the filler at a position, 0 if it is none. */
  private int length(long at, long end) {
    if (isArm64) {
      return end - at >= 4 && isArm64Filler(code.i32(at)) ? 4 : 0;
    }
    int first = code.u8(at);
    if (first == 0xCC || first == 0x90) {
      return 1;
    }
    return first == 0x66 || first == 0x0F ? longNop(at, end) : 0;
  }

  /** Prefixes 66 and 2E, then 90 or 0F 1F with its operand. */
  private int longNop(long start, long end) {
    long at = start;
    while (at < end && (code.u8(at) == 0x66 || code.u8(at) == 0x2E)) {
      at++;
    }
    if (at < end && code.u8(at) == 0x90) {
      return (int) (at + 1 - start);
    }
    if (end - at < 3 || code.u8(at) != 0x0F || code.u8(at + 1) != 0x1F) {
      return 0;
    }
    int modrm = code.u8(at + 2);
    int mode = modrm >>> 6;
    int operand = ((modrm & 7) == 4 ? 1 : 0) + (mode == 1 ? 1 : mode == 2 ? 4 : 0);
    return mode != 3 && end - at >= 3 + operand ? (int) (at + 3 + operand - start) : 0;
  }

  private static boolean isArm64Filler(int word) {
    return word == ARM64_NOP || word == ARM64_BREAK || word == 0;
  }

  /** The last position such that only filler lies between it and {@code end}. */
  long trim(long start, long end) {
    long at = end;
    while (at > start && isFillerBefore(at, start)) {
      at -= isArm64 ? 4 : 1;
    }
    return at;
  }

  private boolean isFillerBefore(long at, long start) {
    if (isArm64) {
      return at - start >= 4 && isArm64Filler(code.i32(at - 4));
    }
    int last = code.u8(at - 1);
    return last == 0xCC || last == 0x90;
  }

  /**
   * The next aligned position after {@code start} with filler before it; {@code end} if none has.
   *
   * <p>One byte of filler could be part of an instruction, so it must follow a return or a jump.
   */
  long nextStart(long start, long end) {
    for (long at = (start / ALIGNMENT + 1) * ALIGNMENT; at < end; at += ALIGNMENT) {
      if (!isFillerBefore(at, start)) {
        continue;
      }
      long filler = trim(start, at);
      boolean isSure = isArm64 ? at - filler >= 4 : at - filler >= 2;
      if (filler > start && length(at, end) == 0 && (isSure || endsFunction(start, filler))) {
        return at;
      }
    }
    return end;
  }

  private boolean endsFunction(long start, long at) {
    boolean isReturn = code.u8(at - 1) == 0xC3;
    boolean isReturnPopping = at - start >= 3 && code.u8(at - 3) == 0xC2;
    boolean isNearJump = at - start >= 5 && code.u8(at - 5) == 0xE9;
    boolean isShortJump = at - start >= 2 && code.u8(at - 2) == 0xEB;
    boolean isFarJump = at - start >= 6 && code.u8(at - 6) == 0xFF && code.u8(at - 5) == 0x25;
    return isReturn || isReturnPopping || isNearJump || isShortJump || isFarJump;
  }
}
