package dev.weighbridge.formats.isa;

/**
 * Finds where x86-64 instructions end, and in each the operand that is relative to the instruction
 * pointer: the distance of a branch, or a displacement with {@code mod = 00, r/m = 101} (Intel SDM
 * volume 2, chapter 2). What the instructions do is not decoded.
 */
final class X64CodeReader extends CodeReader {
  private static final int MAX_LENGTH = 15;
  private static final int REX_W = 8;

  private int at;

  /** Where the relative operand of the instruction stands, -1 if it has none, and its bytes. */
  private int operand;

  private int operandLength;

  private boolean isNarrow;
  private boolean isRepeated;
  private boolean isAddressNarrow;
  private boolean isWide;

  @Override
  public boolean next() {
    if (position >= bodyEnd) {
      return false;
    }
    at = position;
    operand = -1;
    isNarrow = false;
    isRepeated = false;
    isAddressNarrow = false;
    isWide = false;
    int length = decode() ? at - position : 0;
    if (length == 0 || length > MAX_LENGTH || at > bodyEnd) {
      return false;
    }
    word = masked(length);
    position += length;
    return true;
  }

  /** Goes behind the instruction; false if there is none. */
  private boolean decode() {
    int opcode = prefixes();
    switch (opcode) {
      case 0x0F -> {
        return escape();
      }
      case 0x62 -> {
        at += 3;
        return operands(X64Opcodes.map(code[at - 3] & 7));
      }
      case 0xC4 -> {
        at += 2;
        return operands(X64Opcodes.map(code[at - 2] & 31));
      }
      case 0xC5 -> {
        at++;
        return operands(X64Opcodes.map(1));
      }
      case 0x8F -> {
        if ((code[at] & 31) >= 8) { // XOP; else POP, whose ModRM.reg is 0
          at += 2;
          return operands(X64Opcodes.map(code[at - 2] & 31));
        }
        return operands(X64Opcodes.MODRM, opcode);
      }
      default -> {
        return operands(X64Opcodes.ONE_BYTE[opcode], opcode);
      }
    }
  }

  /** Goes behind the prefixes and the opcode's first byte, which it answers. */
  private int prefixes() {
    int limit = at + MAX_LENGTH;
    while (at < limit) {
      int value = code[at++] & 0xFF;
      switch (value) {
        case 0x66 -> isNarrow = true;
        case 0x67 -> isAddressNarrow = true;
        case 0xF2 -> isRepeated = true;
        case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0xF0, 0xF3 -> {}
        default -> {
          if ((value & 0xF0) != 0x40) {
            return value;
          }
          // A REX prefix counts only right before the opcode.
          isWide = (value & REX_W) != 0;
          continue;
        }
      }
      isWide = false;
    }
    return code[at - 1] & 0xFF;
  }

  private boolean escape() {
    int opcode = code[at++] & 0xFF;
    return switch (opcode) {
      case 0x38 -> operands(X64Opcodes.ALL_MODRM);
      case 0x3A -> operands(X64Opcodes.ALL_MODRM_BYTE);
      default -> operands(X64Opcodes.TWO_BYTE[opcode], -1);
    };
  }

  /** Takes the opcode from a map that has no branches. */
  private boolean operands(byte[] map) {
    return map != null && operands(map[code[at++] & 0xFF], -1);
  }

  private boolean operands(byte letter, int opcode) {
    switch (letter) {
      case X64Opcodes.INVALID, X64Opcodes.PREFIX -> {
        return false;
      }
      case X64Opcodes.NOTHING -> {}
      case X64Opcodes.MODRM -> modrm(0);
      case X64Opcodes.REGISTERS -> at++;
      case X64Opcodes.MODRM_BYTE -> modrm(1);
      case X64Opcodes.MODRM_WORD -> modrmWord(opcode);
      case X64Opcodes.MODRM_TEST_BYTE -> modrm(isTest() ? 1 : 0);
      case X64Opcodes.MODRM_TEST_WORD -> modrm(isTest() ? wordLength() : 0);
      case X64Opcodes.MODRM_FOUR -> modrm(4);
      case X64Opcodes.MODRM_EXTRACT -> modrm(isNarrow || isRepeated ? 2 : 0);
      case X64Opcodes.BYTE -> at++;
      case X64Opcodes.TWO -> at += 2;
      case X64Opcodes.THREE -> at += 3;
      case X64Opcodes.WORD -> at += wordLength();
      case X64Opcodes.VALUE -> at += isWide ? 8 : wordLength();
      case X64Opcodes.ADDRESS -> at += isAddressNarrow ? 4 : 8;
      case X64Opcodes.NEAR -> relative(1);
      default -> relative(4);
    }
    return true;
  }

  private boolean isTest() {
    return (code[at] & 0x30) == 0;
  }

  private int wordLength() {
    return isNarrow && !isWide ? 2 : 4;
  }

  /** XBEGIN is the one among these whose last operand is a distance. */
  private void modrmWord(int opcode) {
    if (opcode == 0xC7 && (code[at] & 0xFF) == 0xF8) {
      at++;
      relative(wordLength());
    } else {
      modrm(wordLength());
    }
  }

  private void relative(int length) {
    operand = at;
    operandLength = length;
    at += length;
  }

  /** Goes behind ModRM, SIB, displacement (SDM volume 2, tables 2-2 and 2-3) and more bytes. */
  private void modrm(int more) {
    int modrm = code[at++];
    int mode = modrm >> 6 & 3;
    int register = modrm & 7;
    if (mode != 3) {
      boolean hasSib = register == 4;
      int base = hasSib ? code[at++] & 7 : register;
      if (mode == 0 && base == 5 && !hasSib) {
        relative(4);
      } else if (mode == 2 || (mode == 0 && base == 5)) {
        at += 4;
      } else {
        at += mode;
      }
    }
    at += more;
  }

  /** The bytes of the instruction without the relative operand, unless that stays in the body. */
  private long masked(int length) {
    long low = words.getLong(position);
    long high = 0;
    if (length > 8) {
      high = words.getLong(position + 8) & lowBytes(length - 8);
    } else {
      low &= lowBytes(length);
    }
    if (operand >= 0 && leavesBody()) {
      int before = operand - position;
      int behind = before + operandLength;
      low &= lowBytes(before) | ~lowBytes(behind);
      high &= lowBytes(before - 8) | ~lowBytes(behind - 8);
    }
    return mix(low, high + ((long) length << 56));
  }

  /** A mask of the first bytes of a word: none if there are fewer than 1, all if more than 7. */
  private static long lowBytes(int count) {
    if (count <= 0) {
      return 0;
    }
    return count >= 8 ? -1L : (1L << (8 * count)) - 1;
  }

  private boolean leavesBody() {
    long target = target();
    return target < bodyStart || target >= bodyEnd;
  }

  /** Whether the instruction read last has an operand that is relative to its end. */
  boolean hasTarget() {
    return operand >= 0;
  }

  /** Where that operand leads, as a position in the array: outside it if it leaves the code. */
  long target() {
    long distance =
        switch (operandLength) {
          case 1 -> code[operand];
          case 2 -> words.getShort(operand);
          default -> words.getInt(operand);
        };
    return at + distance;
  }
}
