package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.isa.Flow;

/** Opcodes of which the reg field of the ModRM byte says more (Intel SDM volume 2, table A-6). */
final class X86Groups {
  private static final int XABORT = 0xF8;

  private X86Groups() {}

  /** The form of an opcode with a ModRM byte. */
  static int form(int opcode, int modrm) {
    int reg = modrm >> 3 & 7;
    return switch (opcode) {
      case 0xC6 -> constant(1, modrm);
      case 0xC7 -> constant(X86Form.WORD, modrm);
      case 0xF6 -> X86Form.MODRM | (reg <= 1 ? 1 : 0);
      case 0xF7 -> X86Form.MODRM | (reg <= 1 ? X86Form.WORD : 0);
      case 0xFE -> reg <= 1 ? X86Form.MODRM : X86Form.INVALID;
      default -> indirect(reg, modrm);
    };
  }

  /** MOV of a constant; XABORT and XBEGIN, which name no operand by their ModRM byte. */
  private static int constant(int immediate, int modrm) {
    if ((modrm & 0x38) == 0) {
      return X86Form.MODRM | immediate;
    }
    if ((modrm & 0xFF) != XABORT) {
      return X86Form.INVALID;
    }
    return immediate == 1
        ? X86Form.MODRM | 1
        : X86Form.MODRM | X86Form.RELATIVE | X86Form.WORD | X86Form.flow(Flow.CONDITIONAL);
  }

  private static int indirect(int reg, int modrm) {
    boolean isFar = reg == 3 || reg == 5;
    if (reg == 7 || (isFar && (modrm & 0xC0) == 0xC0)) {
      return X86Form.INVALID;
    }
    return switch (reg) {
      case 2, 3 -> X86Form.MODRM | X86Form.flow(Flow.CALL);
      case 4, 5 -> X86Form.MODRM | X86Form.flow(Flow.INDIRECT);
      default -> X86Form.MODRM;
    };
  }
}
