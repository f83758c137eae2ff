package dev.weighbridge.formats.elf.debug;

import dev.weighbridge.formats.elf.headers.ElfConstants;

/**
 * What the relocations of a machine do to the data of debug sections. Numbers are those of the
 * machine's processor supplement.
 */
final class DebugRelocations {
  /** What a relocation does to a place. */
  enum Action {
    /** Nothing that matters here. */
    NONE,
    /** Writes a symbol's address plus an addend. */
    SET,
    /** Adds it to what is there. */
    ADD,
    /** Subtracts it from what is there. */
    SUBTRACT
  }

  /** A number of as many bytes as the place has: LEB128. */
  static final int LEB128 = 0;

  /** The low six bits of a byte. */
  static final int SIX_BITS = -6;

  /**
   * What one type of relocation does.
   *
   * @param action what is done
   * @param size how many bytes are patched, {@link #LEB128} or {@link #SIX_BITS}
   */
  record Patch(Action action, int size) {
    static final Patch NONE = new Patch(Action.NONE, 1);
  }

  private DebugRelocations() {}

  /** What a type of a machine does. */
  static Patch patch(int machine, boolean is64Bit, int type) {
    return switch (machine) {
      case ElfConstants.EM_X86_64 ->
          type == 14 ? set(1) : type == 12 ? set(2) : absolute(type, 10, 1, 11);
      case ElfConstants.EM_AARCH64 -> is64Bit ? absolute(type, 258, 257) : absolute(type, 1, -1);
      case ElfConstants.EM_RISCV -> riscv(type);
      case ElfConstants.EM_LOONGARCH -> loongArch(type);
      case ElfConstants.EM_ARM -> absolute(type, 2, -1);
      case ElfConstants.EM_S390 -> absolute(type, 4, 22);
      case ElfConstants.EM_PPC, ElfConstants.EM_PPC64 -> absolute(type, 1, 38);
      case ElfConstants.EM_SPARC, ElfConstants.EM_SPARC32PLUS, ElfConstants.EM_SPARCV9 ->
          type == 54 ? set(8) : absolute(type, 3, 32, 23);
      case ElfConstants.EM_MIPS -> absolute(type & 0xFF, 2, 18);
      case ElfConstants.EM_BPF -> absolute(type, 3, 2, 4);
      case ElfConstants.EM_386, ElfConstants.EM_68K, ElfConstants.EM_CSKY -> absolute(type, 1, -1);
      default -> Patch.NONE;
    };
  }

  private static Patch set(int size) {
    return new Patch(Action.SET, size);
  }

  /** A machine whose only types here are those of four bytes and of eight. */
  private static Patch absolute(int type, int ofFour, int ofEight) {
    return type == ofEight ? set(8) : type == ofFour ? set(4) : Patch.NONE;
  }

  private static Patch absolute(int type, int ofFour, int ofEight, int ofFourToo) {
    return type == ofFourToo ? set(4) : absolute(type, ofFour, ofEight);
  }

  /** R_RISCV_32, 64, ADD8 to SUB64, SUB6, SET6 to SET32, SET_ULEB128, SUB_ULEB128. */
  private static Patch riscv(int type) {
    return switch (type) {
      case 1, 56 -> set(4);
      case 2 -> set(8);
      case 33, 34, 35, 36 -> new Patch(Action.ADD, 1 << (type - 33));
      case 37, 38, 39, 40 -> new Patch(Action.SUBTRACT, 1 << (type - 37));
      case 52 -> new Patch(Action.SUBTRACT, SIX_BITS);
      case 53 -> set(SIX_BITS);
      case 54 -> set(1);
      case 55 -> set(2);
      case 60 -> set(LEB128);
      case 61 -> new Patch(Action.SUBTRACT, LEB128);
      default -> Patch.NONE;
    };
  }

  /** R_LARCH_32, 64, ADD8 to SUB64 with those of 24 bits, ADD6, SUB6, ADD_ULEB128, SUB_ULEB128. */
  private static Patch loongArch(int type) {
    return switch (type) {
      case 1 -> set(4);
      case 2 -> set(8);
      case 47, 48 -> new Patch(Action.ADD, 1 << (type - 47));
      case 49 -> new Patch(Action.ADD, 3);
      case 50, 51 -> new Patch(Action.ADD, 1 << (type - 48));
      case 52, 53 -> new Patch(Action.SUBTRACT, 1 << (type - 52));
      case 54 -> new Patch(Action.SUBTRACT, 3);
      case 55, 56 -> new Patch(Action.SUBTRACT, 1 << (type - 53));
      case 105 -> new Patch(Action.ADD, SIX_BITS);
      case 106 -> new Patch(Action.SUBTRACT, SIX_BITS);
      case 107 -> new Patch(Action.ADD, LEB128);
      case 108 -> new Patch(Action.SUBTRACT, LEB128);
      default -> Patch.NONE;
    };
  }
}
