package dev.weighbridge.formats.isa.x86;

/**
 * Which of the eight general registers an instruction of 32-bit mode writes, a bit for each (Intel
 * SDM volume 2, appendix A). Parts of a register count as all of it.
 */
final class I386Writes {
  private static final int EAX = 1;
  private static final int ECX = 2;
  private static final int EDX = 4;
  private static final int EBX = 8;
  private static final int EBP = 0x20;
  private static final int ESI = 0x40;
  private static final int EDI = 0x80;

  /** Registers that a call may change (System V ABI, i386, 2.2.1). */
  static final int BY_CALLS = EAX | ECX | EDX;

  private I386Writes() {}

  /** Of an opcode of one byte. */
  static int ofOneByte(int opcode, int modrm) {
    int low = opcode & 7;
    if (opcode < 0x40) {
      return opcode >= 0x38 ? 0 : arithmetic(low, modrm);
    }
    return switch (opcode >> 3) {
      case 8, 9, 11, 0x17 -> 1 << low; // INC, DEC, POP, MOV of a constant
      case 0x16 -> 1 << (low & 3);
      case 0x12 -> low == 0 ? 0 : EAX | 1 << low; // XCHG
      default -> ofOther(opcode, modrm);
    };
  }

  private static int arithmetic(int low, int modrm) {
    return switch (low) {
      case 0 -> part(modrm);
      case 1 -> whole(modrm);
      case 2 -> partRegister(modrm);
      case 3 -> register(modrm);
      case 4, 5 -> EAX;
      default -> 0;
    };
  }

  private static int ofOther(int opcode, int modrm) {
    int reg = modrm >> 3 & 7;
    return switch (opcode) {
      case 0x61 -> 0xFF; // POPA
      case 0x63, 0x89, 0x8C, 0x8F, 0xC1, 0xC7, 0xD1, 0xD3 -> whole(modrm);
      case 0x69, 0x6B, 0x8B, 0x8D, 0xC4, 0xC5 -> register(modrm);
      case 0x80, 0x82 -> reg == 7 ? 0 : part(modrm);
      case 0x81, 0x83 -> reg == 7 ? 0 : whole(modrm);
      case 0x86 -> part(modrm) | partRegister(modrm);
      case 0x87 -> whole(modrm) | register(modrm);
      case 0x88, 0xC0, 0xC6, 0xD0, 0xD2 -> part(modrm);
      case 0x8A -> partRegister(modrm);
      case 0x98, 0x9F, 0xA0, 0xA1, 0xD4, 0xD5, 0xD6, 0xD7, 0xE4, 0xE5, 0xEC, 0xED -> EAX;
      case 0x99 -> EDX;
      case 0x9A, 0xCD -> BY_CALLS;
      case 0xA4, 0xA5, 0xA6, 0xA7 -> ESI | EDI | ECX;
      case 0x6C, 0x6D, 0xAA, 0xAB, 0xAE, 0xAF -> EDI | ECX;
      case 0x6E, 0x6F -> ESI | ECX;
      case 0xAC, 0xAD -> EAX | ESI | ECX;
      case 0xC8, 0xC9 -> EBP;
      case 0xDF -> modrm == 0xE0 ? EAX : 0; // FNSTSW
      case 0xE0, 0xE1, 0xE2 -> ECX;
      case 0xF6 -> reg < 2 ? 0 : reg < 4 ? part(modrm) : EAX;
      case 0xF7 -> reg < 2 ? 0 : reg < 4 ? whole(modrm) : EAX | EDX;
      case 0xFE -> part(modrm);
      case 0xFF -> reg < 2 ? whole(modrm) : 0;
      default -> 0;
    };
  }

  /** Of an opcode behind {@code 0F}. */
  static int ofTwoBytes(int opcode, int modrm) {
    return switch (opcode >> 3) {
      case 8, 9 -> register(modrm); // CMOV
      case 0x12, 0x13 -> part(modrm); // SET
      case 0x19 -> 1 << (opcode & 7); // BSWAP
      default -> ofOtherTwoBytes(opcode, modrm);
    };
  }

  private static int ofOtherTwoBytes(int opcode, int modrm) {
    return switch (opcode) {
      case 0x01, 0x05, 0x31, 0x32, 0x33, 0x34 -> BY_CALLS;
      case 0x00, 0x20, 0x21, 0x7E, 0xA4, 0xA5, 0xAB, 0xAC, 0xAD, 0xB3, 0xBB -> whole(modrm);
      case 0xA2 -> BY_CALLS | EBX; // CPUID
      case 0x02, 0x03, 0x2C, 0x2D, 0x50, 0xAF, 0xB2, 0xB4, 0xB5, 0xB6, 0xB7 -> register(modrm);
      case 0xB8, 0xBC, 0xBD, 0xBE, 0xBF, 0xC5, 0xD7 -> register(modrm);
      case 0xB0, 0xB1 -> EAX | whole(modrm) | part(modrm);
      case 0xBA -> (modrm >> 3 & 3) == 0 ? 0 : whole(modrm);
      case 0xC0 -> part(modrm) | partRegister(modrm);
      case 0xC1 -> whole(modrm) | register(modrm);
      case 0xC7 -> EAX | EDX | whole(modrm);
      default -> 0;
    };
  }

  /** Of an opcode of another map, or behind a prefix for vectors: as if it wrote both operands. */
  static int ofOtherMap(int modrm) {
    return register(modrm) | whole(modrm);
  }

  private static int register(int modrm) {
    return 1 << (modrm >> 3 & 7);
  }

  private static int partRegister(int modrm) {
    return 1 << (modrm >> 3 & 3);
  }

  private static int whole(int modrm) {
    return modrm >= 0xC0 ? 1 << (modrm & 7) : 0;
  }

  private static int part(int modrm) {
    return modrm >= 0xC0 ? 1 << (modrm & 3) : 0;
  }
}
