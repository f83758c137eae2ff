package dev.weighbridge.attribution;

import dev.weighbridge.formats.bytes.Bytes;

/** Recognises bytes that only align what follows: zeros, breakpoints, no-operations. */
final class Filler {
  private enum Machine {
    X86,
    FIXED_WIDTH,
    OTHER
  }

  private final Machine machine;
  private final int[] nops;

  private Filler(Machine machine, int... nops) {
    this.machine = machine;
    this.nops = nops;
  }

  /** The filler of a machine, by the name that {@code BinaryImage.machine()} gives it. */
  static Filler of(String machine) {
    return switch (machine) {
      case "x86_64", "i386" -> new Filler(Machine.X86);
      case "aarch64" -> new Filler(Machine.FIXED_WIDTH, 0xD503201F);
      case "arm" -> new Filler(Machine.FIXED_WIDTH, 0xE320F000, 0xE1A00000, 0xBF00BF00, 0x46C046C0);
      case "riscv64", "riscv32" -> new Filler(Machine.FIXED_WIDTH, 0x00000013, 0x00010001);
      case "powerpc64", "powerpc64le", "powerpc" -> new Filler(Machine.FIXED_WIDTH, 0x60000000);
      case "loongarch64" -> new Filler(Machine.FIXED_WIDTH, 0x03400000, 0x002A0000);
      case "sparc", "sparc64", "sparcv9" -> new Filler(Machine.FIXED_WIDTH, 0x01000000);
      default -> new Filler(Machine.OTHER);
    };
  }

  /** Whether code bytes {@code [start, end)} do nothing but fill. */
  boolean fillsCode(Bytes bytes, long start, long end) {
    if (isUniform(bytes, start, end, 0)) {
      return true;
    }
    return switch (machine) {
      case X86 -> isUniform(bytes, start, end, 0xCC) || isX86Nops(bytes, start, end);
      case FIXED_WIDTH -> isFixedNops(bytes, start, end);
      case OTHER -> false;
    };
  }

  /**
   * Whether filler that follows an instruction may start at a byte: with a no-operation or a
   * breakpoint. A zero is more likely to be the last byte of the instruction, of the distance that
   * a jump ends with, for example.
   */
  boolean startsAt(Bytes bytes, long start, long end) {
    return switch (machine) {
      case X86 -> bytes.u8(start) != 0;
      case FIXED_WIDTH ->
          (end - start) % 4 == 0
              ? bytes.i32(start) != 0
              : end - start >= 2 && isHalfNop(bytes.u16(start));
      case OTHER -> false;
    };
  }

  /** Whether bytes {@code [start, end)} are all zero. */
  static boolean isZero(Bytes bytes, long start, long end) {
    return isUniform(bytes, start, end, 0);
  }

  private static boolean isUniform(Bytes bytes, long start, long end, int value) {
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

  /** Words that are one of the machine's no-operations or zero; a short head may be zero. */
  private boolean isFixedNops(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end && (end - at) % 4 != 0) {
      if (end - at >= 2 && isHalfNop(bytes.u16(at))) {
        at += 2;
      } else if (bytes.u8(at) == 0) {
        at++;
      } else {
        return false;
      }
    }
    for (; at < end; at += 4) {
      if (!isNop(bytes.i32(at))) {
        return false;
      }
    }
    return true;
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

  /** The recommended multi-byte forms: prefixes 66 and 2E, then 90 or 0F 1F /0; also CC and 00. */
  private static boolean isX86Nops(Bytes bytes, long start, long end) {
    long at = start;
    while (at < end) {
      int length = x86NopLength(bytes, at, end);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  private static int x86NopLength(Bytes bytes, long start, long end) {
    int first = bytes.u8(start);
    if (first == 0xCC || first == 0x00) {
      return 1;
    }
    long at = start;
    while (at < end && (bytes.u8(at) == 0x66 || bytes.u8(at) == 0x2E)) {
      at++;
    }
    if (at < end && bytes.u8(at) == 0x90) {
      return (int) (at + 1 - start);
    }
    if (end - at < 3 || bytes.u8(at) != 0x0F || bytes.u8(at + 1) != 0x1F) {
      return 0;
    }
    int modrm = bytes.u8(at + 2);
    int mode = modrm >>> 6;
    int operand = ((modrm & 7) == 4 ? 1 : 0) + (mode == 1 ? 1 : mode == 2 ? 4 : 0);
    boolean isNop = (modrm & 0x38) == 0 && mode != 3;
    return isNop && end - at >= 3 + operand ? (int) (at + 3 + operand - start) : 0;
  }
}
