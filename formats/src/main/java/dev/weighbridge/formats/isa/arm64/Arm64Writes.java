package dev.weighbridge.formats.isa.arm64;

/**
 * Which general registers an AArch64 instruction writes (Arm ARM, C4.1). Where that takes too long
 * to tell, a register too many is named: what was known of it is forgotten then, nothing else.
 */
final class Arm64Writes {
  /** Registers that a call may change, x0 to x18 and x30 (AAPCS64, 6.1.1). */
  static final int BY_CALLS = 0x4007_FFFF;

  /** Register 31 is the stack pointer or nothing. */
  private static final int REAL = 0x7FFF_FFFF;

  private Arm64Writes() {}

  /** A bit for each register that an instruction writes, calls apart. */
  static int of(int word) {
    return switch (word >>> 25 & 15) {
      case 0b1000, 0b1001 -> first(word);
      case 0b1010, 0b1011 -> system(word);
      case 0b0101, 0b1101 -> isConditionalCompare(word) ? 0 : first(word);
      case 0b0111, 0b1111 -> isToGeneral(word) ? first(word) : 0;
      case 0b0100, 0b0110, 0b1100, 0b1110 -> memory(word);
      default -> first(word);
    };
  }

  private static int register(int number) {
    return 1 << number & REAL;
  }

  /** Rd or Rt. */
  private static int first(int word) {
    return register(word & 31);
  }

  /** Rn, the base of an access. */
  private static int base(int word) {
    return register(word >>> 5 & 31);
  }

  /** MRS and SYSL have a result; no other instruction of this class. */
  private static int system(int word) {
    boolean isRead = (word & 0xFFE0_0000) == 0xD520_0000;
    return isRead ? first(word) : 0;
  }

  private static boolean isConditionalCompare(int word) {
    return (word & 0x1FE0_0000) == 0x1A40_0000;
  }

  /** Conversions and moves of vector registers to general ones; UMOV and SMOV. */
  private static boolean isToGeneral(int word) {
    boolean isConversion = (word & 0x5F20_FC00) == 0x1E20_0000;
    boolean isFixedPoint = (word & 0x5F20_0000) == 0x1E00_0000;
    if (isConversion || isFixedPoint) {
      int opcode = word >>> 16 & 7;
      return opcode != 2 && opcode != 3 && opcode != 7;
    }
    int move = word & 0xBFE0_FC00;
    return move == 0x0E00_3C00 || move == 0x0E00_2C00;
  }

  private static int memory(int word) {
    boolean isVector = (word & 0x0400_0000) != 0;
    return switch (word >>> 28 & 3) {
      case 0 -> isVector ? structures(word) : exclusive(word);
      case 1 -> isVector ? 0 : literal(word);
      case 2 -> pair(word, isVector);
      default -> single(word, isVector);
    };
  }

  /** LD1 and its like: the base, if the access moves it on. */
  private static int structures(int word) {
    return (word & 0x0080_0000) != 0 ? base(word) : 0;
  }

  /** The status or old value in Rs and the register behind, and what is loaded. */
  private static int exclusive(int word) {
    int status = word >>> 16 & 31;
    return register(status) | register(status + 1 & 31) | first(word) | second(word);
  }

  /** Rt2. */
  private static int second(int word) {
    return register(word >>> 10 & 31);
  }

  /** LDR of a literal; accesses that have no offset or copy memory, which write more. */
  private static int literal(int word) {
    if ((word & 0x0100_0000) == 0) {
      return word >>> 30 == 3 ? 0 : first(word);
    }
    return first(word) | base(word) | register(word >>> 16 & 31);
  }

  private static int pair(int word, boolean isVector) {
    int written = (word & 0x0080_0000) != 0 ? base(word) : 0;
    boolean isLoad = (word & 0x0040_0000) != 0 && !isVector;
    return isLoad ? written | first(word) | second(word) : written;
  }

  private static int single(int word, boolean isVector) {
    int written = 0;
    if ((word & 0x0100_0000) == 0) {
      boolean isOther = (word & 0x0020_0000) != 0;
      int mode = word >>> 10 & 3;
      if (isOther && mode == 0 && !isVector) {
        return first(word); // atomic: the old value
      }
      boolean isMoving = isOther ? (word & 0x0C00) == 0x0C00 : (mode & 1) != 0;
      written = isMoving ? base(word) : 0;
    }
    boolean isPrefetch = (word & 0xFCC0_0000) == 0xF880_0000;
    boolean isLoad = (word & 0x00C0_0000) != 0 && !isVector && !isPrefetch;
    return isLoad || isPointerLoad(word) ? written | first(word) : written;
  }

  /** LDRAA and LDRAB, whose bits of a load say which key. */
  private static boolean isPointerLoad(int word) {
    return (word & 0xFF20_0400) == 0xF820_0400;
  }
}
