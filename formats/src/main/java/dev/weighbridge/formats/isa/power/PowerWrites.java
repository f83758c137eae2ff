package dev.weighbridge.formats.isa.power;

/** Which general registers an instruction of Power writes (Power ISA 3.1, chapter 3.3). */
final class PowerWrites {
  private PowerWrites() {}

  /** A bit for each. */
  static int of(int word) {
    int target = 1 << (word >>> 21 & 31);
    int base = 1 << (word >>> 16 & 31);
    return switch (word >>> 26) {
      case 4 -> vector(word) ? target : 0;
      case 7, 8, 12, 13, 14, 15, 32, 34, 40, 42 -> target;
      case 24 -> isNothing(word) ? 0 : base;
      case 20, 21, 22, 23, 25, 26, 27, 28, 29, 30 -> base;
      case 31 -> extended(word, target, base);
      case 33, 35, 41, 43 -> target | base;
      case 37, 39, 45, 49, 51, 53, 55 -> base;
      case 46 -> -target; // LMW: it and all above
      case 56 -> target | target << 1;
      case 58 -> (word & 3) == 1 ? target | base : target;
      case 62 -> (word & 3) == 1 ? base : 0;
      default -> 0;
    };
  }

  /**
   * What a suffix writes.
   *
   * @param isEightByte whether it stands behind a prefix of loads and stores of eight bytes, where
   *     numbers mean something else
   */
  static int ofPrefixed(int suffix, boolean isEightByte) {
    int target = 1 << (suffix >>> 21 & 31);
    return switch (suffix >>> 26) {
      case 14, 32, 34, 40, 42 -> isEightByte ? 0 : target;
      case 41, 57 -> isEightByte ? target : 0; // PLWA, PLD
      case 56 -> isEightByte ? target | target << 1 : 0; // PLQ
      default -> 0;
    };
  }

  /** {@code ORI} of zero to itself, which compilers begin a group of instructions with. */
  private static boolean isNothing(int word) {
    return (word & 0xFFFF) == 0 && (word >>> 21 & 31) == (word >>> 16 & 31);
  }

  /** Whether one of opcode 4 writes a general register: MADDHD and its like, VEXTUBLX and its. */
  private static boolean vector(int word) {
    return (word & 0x3C) == 0x30
        || switch (word & 0x7FF) {
          case 1538, 1549, 1613, 1677, 1805, 1869, 1933 -> true;
          default -> false;
        };
  }

  /** Those of opcode 31, by their extended opcode. */
  private static int extended(int word, int target, int base) {
    int code = word >>> 1 & 0x3FF;
    return switch (code & 31) {
      case 8, 9, 10, 11, 15 -> target; // arithmetic, ISEL
      case 24, 26, 27, 28 -> base; // logic, shifts, counts
      case 19 -> moves(code, target, base);
      case 20 -> code == 84 || code == 52 || code == 116 || code == 20 || code == 276 ? target : 0;
      case 21, 23 -> accesses(code, target, base);
      case 22 -> code == 534 || code == 790 ? target : 0; // LWBRX, LHBRX
      case 6 -> code == 582 || code == 614 ? target : 0; // LWAT, LDAT
      default -> code == 128 || code == 532 ? target : 0; // SETB, LDBRX
    };
  }

  /** What is moved from special, vector and condition registers. */
  private static int moves(int code, int target, int base) {
    return switch (code) {
      case 51, 115, 307 -> base; // MFVSRD, MFVSRWZ, MFVSRLD
      case 19, 83, 339, 371, 755, 659, 595 -> target;
      default -> 0;
    };
  }

  /** Loads and stores by a sum; with an update they write the base. */
  private static int accesses(int code, int target, int base) {
    return switch (code) {
      case 21, 23, 87, 279, 341, 343, 533, 789, 853, 885, 917, 597, 277 -> target;
      case 53, 55, 119, 311, 373, 375 -> target | base;
      case 181, 183, 247, 439, 567, 631, 695, 759 -> base;
      default -> 0;
    };
  }
}
