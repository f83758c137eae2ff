package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.isa.Flow;

/** What follows an opcode, and what it does to the flow, in the bits of an {@code int}. */
final class X86Form {
  /** Bytes of an immediate whose length is always the same. */
  static final int FIXED = 0xF;

  /** A ModRM byte with what it calls for. */
  static final int MODRM = 0x10;

  /** An immediate of two or four bytes by operand size. */
  static final int WORD = 0x20;

  /** An immediate of two, four or eight bytes by operand size. */
  static final int VALUE = 0x40;

  /** An address: as wide as addresses are, or half of that. */
  static final int ADDRESS = 0x80;

  /** Any of the immediates whose length depends on prefixes. */
  static final int SIZED = WORD | VALUE | ADDRESS;

  /** The immediate is how far to branch. */
  static final int RELATIVE = 0x100;

  /** The reg field of the ModRM byte says more: see {@link X86Groups}. */
  static final int GROUP = 0x200;

  /** The ModRM byte always names two registers. */
  static final int REGISTERS = 0x400;

  /** A prefix, an escape to another map, or something that prefixes decide. */
  static final int UNUSUAL = 0x800;

  /** There is no such instruction. */
  static final int INVALID = 0x1000;

  /** What takes a closer look to tell how long an instruction is. */
  static final int UNCOMMON = SIZED | GROUP | REGISTERS | UNUSUAL | INVALID;

  private static final int FLOW_SHIFT = 16;

  private X86Form() {}

  /** The form of a letter in the tables of {@link X86Opcodes}. */
  static int of(char letter, boolean is64Bit) {
    int far = RELATIVE | (is64Bit ? 4 : WORD);
    return switch (letter) {
      case '.' -> 0;
      case 'M' -> MODRM;
      case 'R' -> MODRM | REGISTERS;
      case 'm' -> MODRM | 1;
      case 'w' -> MODRM | WORD;
      case 'F' -> MODRM | 4;
      case 'G' -> MODRM | GROUP;
      case 'b' -> 1;
      case 'h' -> 2;
      case 'e' -> 3;
      case 'z' -> WORD;
      case 'v' -> VALUE;
      case 'a' -> ADDRESS;
      case 'f' -> WORD | 2;
      case 'j' -> RELATIVE | 1 | flow(Flow.CONDITIONAL);
      case 'n' -> RELATIVE | 1 | flow(Flow.BRANCH);
      case 'J' -> far | flow(Flow.CONDITIONAL);
      case 'N' -> far | flow(Flow.BRANCH);
      case 'C' -> far | flow(Flow.CALL);
      case 'c' -> WORD | 2 | flow(Flow.CALL);
      case 'i' -> WORD | 2 | flow(Flow.INDIRECT);
      case 'r' -> flow(Flow.RETURN);
      case 's' -> 2 | flow(Flow.RETURN);
      case 't' -> flow(Flow.TRAP);
      case 'u' -> MODRM | flow(Flow.TRAP);
      case 'p' -> UNUSUAL;
      case 'q' -> UNUSUAL | MODRM;
      case 'x' -> UNUSUAL | INVALID;
      default -> throw new IllegalArgumentException("no form " + letter);
    };
  }

  /** A flow as a part of a form. */
  static int flow(int flow) {
    return flow << FLOW_SHIFT;
  }

  /** The flow in a form. */
  static int flowOf(int form) {
    return form >>> FLOW_SHIFT;
  }
}
