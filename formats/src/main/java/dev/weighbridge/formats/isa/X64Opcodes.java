package dev.weighbridge.formats.isa;

import java.util.Arrays;

/**
 * What follows each x86-64 opcode: one letter for each, sixteen letters a line (Intel SDM volume 2,
 * appendix A; AMD APM volume 3, appendix A).
 */
final class X64Opcodes {
  /** No such opcode in 64-bit mode. */
  static final byte INVALID = 'x';

  /** Nothing. */
  static final byte NOTHING = '.';

  /** A ModRM byte with what it calls for. */
  static final byte MODRM = 'M';

  /** A ModRM byte that always names two registers. */
  static final byte REGISTERS = 'R';

  /** ModRM, one byte. */
  static final byte MODRM_BYTE = 'm';

  /** ModRM, two or four bytes by operand size. */
  static final byte MODRM_WORD = 'w';

  /** ModRM, and one byte if its reg field is 0 or 1. */
  static final byte MODRM_TEST_BYTE = 't';

  /** ModRM, and two or four bytes if its reg field is 0 or 1. */
  static final byte MODRM_TEST_WORD = 'T';

  /** ModRM, four bytes. */
  static final byte MODRM_FOUR = 'F';

  /** ModRM; two bytes behind a prefix 66 or F2, which make it EXTRQ or INSERTQ of SSE4a. */
  static final byte MODRM_EXTRACT = 'q';

  /** One byte. */
  static final byte BYTE = 'b';

  /** Two bytes. */
  static final byte TWO = 'h';

  /** Three bytes. */
  static final byte THREE = 'e';

  /** Two or four bytes by operand size. */
  static final byte WORD = 'z';

  /** Two, four or eight bytes by operand size. */
  static final byte VALUE = 'v';

  /** An address: eight bytes, or four by address size. */
  static final byte ADDRESS = 'a';

  /** One byte: how far to branch. */
  static final byte NEAR = 'j';

  /** Four bytes: how far to branch. */
  static final byte FAR = 'J';

  /** A prefix or an escape to another map. */
  static final byte PREFIX = 'p';

  static final byte[] ONE_BYTE =
      table(
          "MMMMbzxxMMMMbzxp", // 00
          "MMMMbzxxMMMMbzxx", // 10
          "MMMMbzpxMMMMbzpx", // 20
          "MMMMbzpxMMMMbzpx", // 30
          "pppppppppppppppp", // 40: REX
          "................", // 50
          "xxpMppppzwbm....", // 60
          "jjjjjjjjjjjjjjjj", // 70
          "mwxmMMMMMMMMMMMM", // 80
          "..........x.....", // 90
          "aaaa....bz......", // A0
          "bbbbbbbbvvvvvvvv", // B0
          "mmh.ppmwe.h..bx.", // C0
          "MMMMxxx.MMMMMMMM", // D0
          "jjjjbbbbJJxj....", // E0
          "p.pp..tT......MM"); // F0

  static final byte[] TWO_BYTE =
      table(
          "MMMMx.....x.xM.m", // 00
          "MMMMMMMMMMMMMMMM", // 10
          "RRRRxxxxMMMMMMMM", // 20
          "........pxpxxxxx", // 30
          "MMMMMMMMMMMMMMMM", // 40
          "MMMMMMMMMMMMMMMM", // 50
          "MMMMMMMMMMMMMMMM", // 60
          "mmmmMMM.qMxxMMMM", // 70
          "JJJJJJJJJJJJJJJJ", // 80
          "MMMMMMMMMMMMMMMM", // 90
          "...MmMMM...MmMMM", // A0
          "MMMMMMMMMMmMMMMM", // B0
          "MMmMmmmM........", // C0
          "MMMMMMMMMMMMMMMM", // D0
          "MMMMMMMMMMMMMMMM", // E0
          "MMMMMMMMMMMMMMMM"); // F0

  /** The map 0F 38, and others whose opcodes all have a ModRM byte and nothing else. */
  static final byte[] ALL_MODRM = all(MODRM);

  /** The map 0F 3A, and others whose opcodes all have one byte behind ModRM. */
  static final byte[] ALL_MODRM_BYTE = all(MODRM_BYTE);

  private static final byte[] ALL_MODRM_FOUR = all(MODRM_FOUR);

  /** The map 0F behind a VEX or EVEX prefix: no branches, no jumps, no escapes. */
  private static final byte[] VECTOR = vector();

  private X64Opcodes() {}

  /** The map that a VEX, EVEX or XOP prefix names; null if there is none of that number. */
  static byte[] map(int number) {
    return switch (number) {
      case 1 -> VECTOR;
      case 2, 5, 6, 9 -> ALL_MODRM;
      case 3, 8 -> ALL_MODRM_BYTE;
      case 7, 10 -> ALL_MODRM_FOUR;
      default -> null;
    };
  }

  private static byte[] table(String... lines) {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) lines[i >> 4].charAt(i & 15);
    }
    return table;
  }

  private static byte[] all(byte letter) {
    byte[] table = new byte[256];
    Arrays.fill(table, letter);
    return table;
  }

  private static byte[] vector() {
    byte[] table = all(MODRM);
    for (int i = 0; i < table.length; i++) {
      table[i] = TWO_BYTE[i] == MODRM_BYTE ? MODRM_BYTE : MODRM;
    }
    table[0x77] = NOTHING; // VZEROUPPER, VZEROALL
    // PSHUFW and its like, the shifts by a constant; 3DNow!, SHLD, SHRD and BT have no such form.
    table[0x0F] = MODRM;
    table[0xA4] = MODRM;
    table[0xAC] = MODRM;
    table[0xBA] = MODRM;
    return table;
  }
}
