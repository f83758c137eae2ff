package dev.weighbridge.formats.isa.x86;

import dev.weighbridge.formats.isa.Flow;
import dev.weighbridge.formats.isa.InstructionCursor;
import java.nio.ByteOrder;

/**
 * Reads x86 instructions in 64-bit or 32-bit mode: where each ends, and in each the operand that is
 * relative to the instruction pointer: the distance of a branch, or a displacement with {@code mod
 * = 00, r/m = 101} (Intel SDM volume 2, chapter 2). What else instructions do is not decoded.
 */
abstract class X86Decoder extends InstructionCursor {
  /** Bytes of the longest instruction. */
  static final int MAX_LENGTH = 15;

  /** The bit W of a REX prefix; the other bits of {@link #prefixes} are behind a byte. */
  private static final int WIDE = 8;

  private static final int NARROW = 0x100;
  private static final int REPEATED = 0x200;
  private static final int ADDRESS_NARROW = 0x400;

  /** The opcode byte that leads to the map of two bytes. */
  private static final int ESCAPE = 0x0F;

  final boolean is64Bit;
  private final int[] oneByte;
  private final int[] twoBytes;
  private final byte[] shapes;
  private int prefixes;

  /** Where the slow way to an opcode ended, and that opcode. */
  private int at;

  private int opcode;

  /** Where the relative operand of the instruction stands, and its bytes; 0 if it has none. */
  private int operand;

  private int operandLength;

  /** Whether the relative operand is how far to branch. */
  private boolean isDistance;

  X86Decoder(boolean is64Bit) {
    super(ByteOrder.LITTLE_ENDIAN);
    this.is64Bit = is64Bit;
    oneByte = X86Opcodes.oneByte(is64Bit);
    twoBytes = X86Opcodes.twoBytes(is64Bit);
    shapes = X86Operands.shapes(is64Bit);
  }

  @Override
  public final boolean next() {
    int first = position + length;
    position = first;
    length = 0;
    operandLength = 0;
    if (first >= end) {
      return false;
    }
    int next = first + 1;
    int value = code[first] & 0xFF;
    prefixes = 0;
    if (is64Bit && (value & 0xF0) == 0x40) {
      prefixes = value;
      value = code[next++] & 0xFF;
    }
    int form = oneByte[value];
    if (value == ESCAPE) {
      value = code[next++] & 0xFF;
      form = twoBytes[value];
    }
    if ((form & X86Form.UNUSUAL) != 0) {
      form = unusual(first);
      next = at;
      value = opcode;
    }
    return finish(first, next, value, form);
  }

  /** Goes behind what follows the opcode. */
  private boolean finish(int first, int from, int value, int opcodeForm) {
    int form = opcodeForm;
    int next = from;
    if ((form & X86Form.MODRM) != 0) {
      int modrm = code[next++];
      if ((form & X86Form.GROUP) != 0) {
        form = X86Groups.form(value, modrm);
      }
      if ((form & X86Form.REGISTERS) == 0) {
        next = operand(next, modrm);
      }
    }
    next += form & X86Form.FIXED;
    if ((form & X86Form.SIZED) != 0) {
      next += sized(form);
    }
    if ((form & X86Form.RELATIVE) != 0) {
      isDistance = true;
      operandLength = (form & X86Form.FIXED) + ((form & X86Form.WORD) != 0 ? wordLength() : 0);
      operand = next - operandLength;
    }
    if (next - first > MAX_LENGTH || next > end || (form & X86Form.INVALID) != 0) {
      operandLength = 0;
      return false;
    }
    flow = X86Form.flowOf(form);
    length = next - first;
    return true;
  }

  /** Goes behind SIB and displacement (SDM volume 2, tables 2-1 to 2-3). */
  private int operand(int from, int modrm) {
    if (!is64Bit && (prefixes & ADDRESS_NARROW) != 0) {
      return from + X86Operands.length16(modrm);
    }
    int shape = shapes[modrm & 0xFF];
    if (shape >= 0) {
      return from + shape;
    }
    if (shape == X86Operands.RELATIVE) {
      operand = from;
      operandLength = 4;
      isDistance = false;
      return from + 4;
    }
    return from + sibLength(code[from]);
  }

  private int sized(int form) {
    if ((form & X86Form.ADDRESS) != 0) {
      int width = is64Bit ? 8 : 4;
      return (prefixes & ADDRESS_NARROW) != 0 ? width / 2 : width;
    }
    return (form & X86Form.VALUE) != 0 && (prefixes & WIDE) != 0 ? 8 : wordLength();
  }

  private int wordLength() {
    return (prefixes & (NARROW | WIDE)) == NARROW ? 2 : 4;
  }

  /** The form of an instruction with prefixes, or with an opcode that is not of two known maps. */
  private int unusual(int first) {
    opcode = prefixes(first);
    if (opcode < 0) {
      return X86Form.INVALID;
    }
    boolean isVector = is64Bit || (code[at] & 0xC0) == 0xC0;
    return switch (opcode) {
      case ESCAPE -> escaped();
      case 0x62 -> isVector ? evex() : X86Form.MODRM;
      case 0xC4 -> isVector ? mapped(code[at] & 31, 2) : X86Form.MODRM;
      case 0xC5 -> isVector ? mapped(1, 1) : X86Form.MODRM;
      case 0x8F -> pop();
      default -> oneByte[opcode] & ~X86Form.UNUSUAL;
    };
  }

  /** Goes behind the prefixes and the opcode's first byte, which it answers. */
  private int prefixes(int first) {
    prefixes = 0;
    at = first;
    int limit = first + MAX_LENGTH;
    while (at < limit) {
      int value = code[at++] & 0xFF;
      switch (value) {
        case 0x66 -> prefixes |= NARROW;
        case 0x67 -> prefixes |= ADDRESS_NARROW;
        case 0xF2 -> prefixes |= REPEATED;
        case 0x26, 0x2E, 0x36, 0x3E, 0x64, 0x65, 0xF0, 0xF3 -> {}
        default -> {
          if (!is64Bit || (value & 0xF0) != 0x40) {
            return value;
          }
          // A REX prefix counts only right before the opcode.
          prefixes = (prefixes & ~WIDE) | (value & WIDE);
          continue;
        }
      }
      prefixes &= ~WIDE;
    }
    return -1;
  }

  private int escaped() {
    opcode = code[at++] & 0xFF;
    return switch (opcode) {
      case 0x38 -> mapped(2, 0);
      case 0x3A -> mapped(3, 0);
      case X86Opcodes.EXTRACT ->
          (prefixes & (NARROW | REPEATED)) != 0 ? X86Form.MODRM | 2 : X86Form.MODRM;
      default -> twoBytes[opcode] & ~X86Form.UNUSUAL;
    };
  }

  /** Takes the opcode from a map, behind some more bytes of a prefix. */
  private int mapped(int map, int more) {
    at += more;
    opcode = code[at++] & 0xFF;
    int[] forms = X86Opcodes.map(map);
    return forms == null ? X86Form.INVALID : forms[opcode];
  }

  /** EVEX has two bits that are always the same (SDM volume 2, 2.7.1). */
  private int evex() {
    boolean isEvex = (code[at] & 8) == 0 && (code[at + 1] & 4) != 0;
    return isEvex ? mapped(code[at] & 7, 3) : X86Form.INVALID;
  }

  /** POP, whose ModRM.reg is 0, or what AMD's XOP prefix begins. */
  private int pop() {
    if ((code[at] & 31) >= 8) {
      return mapped(code[at] & 31, 2);
    }
    return (code[at] & 0x38) == 0 ? X86Form.MODRM : X86Form.INVALID;
  }

  @Override
  public final boolean hasTarget() {
    return operandLength > 0 && isDistance;
  }

  @Override
  public final boolean hasReference() {
    return operandLength > 0 && !isDistance;
  }

  @Override
  public final long target() {
    return operandAddress();
  }

  @Override
  public final long reference() {
    return operandAddress();
  }

  /** Where the relative operand leads. */
  private long operandAddress() {
    long next = addressOf(position + length);
    return switch (operandLength) {
      case 1 -> wrapped(next + code[operand]);
      case 2 -> next + words.getShort(operand) & 0xFFFF;
      default -> wrapped(next + words.getInt(operand));
    };
  }

  private long wrapped(long target) {
    return is64Bit ? target : target & 0xFFFF_FFFFL;
  }

  /** The bytes of the instruction without the relative operand, unless that stays in the code. */
  @Override
  public final long fingerprint() {
    long low = words.getLong(position);
    long high = 0;
    if (length > 8) {
      high = words.getLong(position + 8) & lowBytes(length - 8);
    } else {
      low &= lowBytes(length);
    }
    if (operandLength > 0 && !isInside(operandAddress())) {
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

  @Override
  public final boolean tellsAllAddresses() {
    return is64Bit;
  }

  @Override
  public final boolean hasAddressesAsNumbers() {
    return true;
  }

  @Override
  public final boolean tellsReferences() {
    return is64Bit;
  }

  /** Whether the instruction read last has an operand behind a ModRM byte that counts from it. */
  final boolean hasReferenceBehind(int modrm) {
    return operandLength == 4 && !isDistance && operand == modrm + 1;
  }

  /**
   * Says that the instruction of so many bytes that ends with a relative operand ends at a place.
   */
  final void tell(int bytes, int behind) {
    position = behind - bytes;
    length = bytes;
    flow = Flow.NEXT;
    operand = behind - 4;
    operandLength = 4;
    isDistance = false;
  }

  /** Whether the instruction read last is two zeros: ADD, in fact what fills up. */
  final boolean isZeros() {
    return length == 2 && code[position] == 0 && code[position + 1] == 0;
  }

  /** Goes to a place without reading. */
  final void goTo(int place) {
    position = place;
    length = 0;
  }

  /**
   * Goes to the beginning of the instruction that covers a byte; false where nothing decodes, and
   * at zeros. Most instructions are short of anything unusual, and are passed without telling what
   * they are.
   */
  final boolean passTo(int covered) {
    byte[] bytes = code;
    int[] forms = oneByte;
    byte[] shape = shapes;
    int rex = is64Bit ? 0x40 : -1;
    int at = position + length;
    while (true) {
      int first = at;
      int value = bytes[at++] & 0xFF;
      if ((value & 0xF0) == rex) {
        value = bytes[at++] & 0xFF;
      }
      int form = forms[value];
      if (value == 0 && bytes[at] == 0) {
        return false; // zeros between functions
      }
      if ((form & X86Form.UNCOMMON) == 0) {
        if ((form & X86Form.MODRM) != 0) {
          int more = shape[bytes[at++] & 0xFF];
          at += more >= 0 ? more : more == X86Operands.RELATIVE ? 4 : sibLength(bytes[at]);
        }
        at += form & X86Form.FIXED;
      } else {
        goTo(first);
        if (!next()) {
          return false;
        }
        at = position + length;
      }
      if (at > covered) {
        goTo(first);
        return true;
      }
    }
  }

  /** Bytes of a SIB byte and what it calls for where ModRM says that no displacement follows. */
  private static int sibLength(int sib) {
    return (sib & 7) == 5 ? 5 : 1;
  }

  @Override
  public final int alignment() {
    return 1;
  }
}
