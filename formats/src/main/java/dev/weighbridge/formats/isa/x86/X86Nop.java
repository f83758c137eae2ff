package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * The instructions that x86 compilers fill up with: breakpoints, and the recommended forms of a
 * no-operation, prefixes 66 and 2E with 90 or 0F 1F /0 (Intel SDM volume 2, NOP, table 4-12). Older
 * machines of 32 bits do not have all of these: for them assemblers add 0 to a register by LEA.
 */
final class X86Nop {
  private static final int BREAKPOINT = 0xCC;
  private static final int LEA = 0x8D;

  /** The SIB byte of a register without an index, without the register. */
  private static final int NO_INDEX = 0x20;

  private X86Nop() {}

  /** Bytes of the one at a position, 0 if there is none. */
  static int length(Bytes code, long start, long end) {
    if (code.u8(start) == BREAKPOINT) {
      return 1;
    }
    long at = start;
    while (at < end && (code.u8(at) == 0x66 || code.u8(at) == 0x2E)) {
      at++;
    }
    if (at < end && code.u8(at) == 0x90) {
      return (int) (at + 1 - start);
    }
    if (at < end && code.u8(at) == LEA) {
      int length = sameRegister(code, at, end);
      return length == 0 ? 0 : (int) (at + length - start);
    }
    if (end - at < 3 || code.u8(at) != 0x0F || code.u8(at + 1) != 0x1F) {
      return 0;
    }
    int modrm = code.u8(at + 2);
    int mode = modrm >>> 6;
    int operand = ((modrm & 7) == 4 ? 1 : 0) + (mode == 1 ? 1 : mode == 2 ? 4 : 0);
    boolean isNop = (modrm & 0x38) == 0 && mode != 3;
    return isNop && end - at >= 3 + operand ? (int) (at + 3 + operand - start) : 0;
  }

  /** Bytes of the LEA at a position if it leaves its register as it was, else 0. */
  private static int sameRegister(Bytes code, long at, long end) {
    if (end - at < 3) {
      return 0;
    }
    int modrm = code.u8(at + 1);
    int mode = modrm >>> 6;
    int register = modrm >>> 3 & 7;
    boolean hasSib = (modrm & 7) == 4;
    boolean isSame = hasSib ? code.u8(at + 2) == (NO_INDEX | register) : (modrm & 7) == register;
    int distance = mode == 1 ? 1 : 4;
    int length = (hasSib ? 3 : 2) + distance;
    if (!isSame || mode == 0 || mode == 3 || end - at < length) {
      return 0;
    }
    for (int zero = length - distance; zero < length; zero++) {
      if (code.u8(at + zero) != 0) {
        return 0;
      }
    }
    return length;
  }
}
