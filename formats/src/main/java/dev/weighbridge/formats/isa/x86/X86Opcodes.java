package dev.weighbridge.formats.isa.x86;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What follows each x86 opcode: one letter for each, sixteen letters a line (Intel SDM volume 2,
 * appendix A; AMD APM volume 3, appendix A). {@link X86Form#of} says what letters mean.
 */
final class X86Opcodes {
  /** Behind a prefix 66 or F2: EXTRQ and INSERTQ of SSE4a, with two bytes. */
  static final int EXTRACT = 0x78;

  private static final String[] ONE_BYTE_64 = {
    "MMMMbzxxMMMMbzxp", // 00
    "MMMMbzxxMMMMbzxx", // 10
    "MMMMbzpxMMMMbzpx", // 20
    "MMMMbzpxMMMMbzpx", // 30
    "pppppppppppppppp", // 40: REX
    "................", // 50
    "xxpMppppzwbm....", // 60
    "jjjjjjjjjjjjjjjj", // 70
    "mwxmMMMMMMMMMMMp", // 80
    "..........x.....", // 90
    "aaaa....bz......", // A0
    "bbbbbbbbvvvvvvvv", // B0
    "mmsrppGGe.srtbxr", // C0
    "MMMMxxx.MMMMMMMM", // D0
    "jjjjbbbbCNxn....", // E0
    "ptppt.GG......GG", // F0
  };

  private static final String[] ONE_BYTE_32 = {
    "MMMMbz..MMMMbz.p", // 00
    "MMMMbz..MMMMbz..", // 10
    "MMMMbzp.MMMMbzp.", // 20
    "MMMMbzp.MMMMbzp.", // 30
    "................", // 40
    "................", // 50
    "..pMppppzwbm....", // 60
    "jjjjjjjjjjjjjjjj", // 70
    "mwmmMMMMMMMMMMMp", // 80
    "..........c.....", // 90
    "aaaa....bz......", // A0
    "bbbbbbbbvvvvvvvv", // B0
    "mmsrppGGe.srtb.r", // C0
    "MMMMbb..MMMMMMMM", // D0
    "jjjjbbbbCNin....", // E0
    "ptppt.GG......GG", // F0
  };

  private static final String[] TWO_BYTE_BOTH = {
    "MMMMx..r..xtxM.m", // 00
    "MMMMMMMMMMMMMMMM", // 10
    "RRRRxxxxMMMMMMMM", // 20
    ".....rx.pxpxxxxx", // 30
    "MMMMMMMMMMMMMMMM", // 40
    "MMMMMMMMMMMMMMMM", // 50
    "MMMMMMMMMMMMMMMM", // 60
    "mmmmMMM.qMxxMMMM", // 70
    "JJJJJJJJJJJJJJJJ", // 80
    "MMMMMMMMMMMMMMMM", // 90
    "...MmMMM..rMmMMM", // A0
    "MMMMMMMMMumMMMMM", // B0
    "MMmMmmmM........", // C0
    "MMMMMMMMMMMMMMMM", // D0
    "MMMMMMMMMMMMMMMM", // E0
    "MMMMMMMMMMMMMMMu", // F0
  };

  /** The map 0F behind a VEX or EVEX prefix: no branches, no jumps, no escapes. */
  private static final int[] VECTOR = vector();

  private static final int[] ALL_MODRM = all('M');
  private static final int[] ALL_MODRM_BYTE = all('m');
  private static final int[] ALL_MODRM_FOUR = all('F');

  private X86Opcodes() {}

  /** The forms of opcodes of one byte. */
  static int[] oneByte(boolean is64Bit) {
    return table(is64Bit ? ONE_BYTE_64 : ONE_BYTE_32, is64Bit);
  }

  /** The forms of opcodes behind 0F. */
  static int[] twoBytes(boolean is64Bit) {
    return table(TWO_BYTE_BOTH, is64Bit);
  }

  /**
   * The map that 0F 38, 0F 3A, or a VEX, EVEX or XOP prefix names; {@code null} if there is none of
   * that number. Most have the same form for all opcodes.
   */
  static int @Nullable [] map(int number) {
    return switch (number) {
      case 1 -> VECTOR;
      case 2, 5, 6, 9 -> ALL_MODRM;
      case 3, 8 -> ALL_MODRM_BYTE;
      case 7, 10 -> ALL_MODRM_FOUR;
      default -> null;
    };
  }

  private static int[] table(String[] lines, boolean is64Bit) {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = X86Form.of(lines[i >> 4].charAt(i & 15), is64Bit);
    }
    return table;
  }

  private static int[] all(char letter) {
    int[] table = new int[256];
    Arrays.fill(table, X86Form.of(letter, true));
    return table;
  }

  private static int[] vector() {
    int[] table = all('M');
    for (int i = 0; i < table.length; i++) {
      if (TWO_BYTE_BOTH[i >> 4].charAt(i & 15) == 'm') {
        table[i] = X86Form.of('m', true);
      }
    }
    table[0x77] = X86Form.of('.', true); // VZEROUPPER, VZEROALL
    // PSHUFW and its like, the shifts by a constant; 3DNow!, SHLD, SHRD and BT have no such form.
    for (int opcode : new int[] {0x0F, 0xA4, 0xAC, 0xBA}) {
      table[opcode] = X86Form.of('M', true);
    }
    return table;
  }
}
