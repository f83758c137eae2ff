package dev.weighbridge.formats.isa.x86;

/** What ModRM bytes call for behind them (Intel SDM volume 2, tables 2-1 to 2-3). */
final class X86Operands {
  /** A SIB byte, and four bytes more if its base is 5. */
  static final byte SIB = -1;

  /** Four bytes that count from the end of the instruction. */
  static final byte RELATIVE = -2;

  private static final byte[] SHAPES_64 = table(true);
  private static final byte[] SHAPES_32 = table(false);

  private X86Operands() {}

  /** For each ModRM byte how many bytes follow, or {@link #SIB} or {@link #RELATIVE}. */
  static byte[] shapes(boolean is64Bit) {
    return is64Bit ? SHAPES_64 : SHAPES_32;
  }

  private static byte[] table(boolean is64Bit) {
    byte[] table = new byte[256];
    for (int modrm = 0; modrm < table.length; modrm++) {
      int register = modrm & 7;
      int sib = register == 4 ? 1 : 0;
      table[modrm] =
          switch (modrm >> 6) {
            case 0 -> register == 4 ? SIB : register != 5 ? 0 : is64Bit ? RELATIVE : 4;
            case 1 -> (byte) (sib + 1);
            case 2 -> (byte) (sib + 4);
            default -> 0;
          };
    }
    return table;
  }

  /** How many bytes follow where addresses have 16 bits. */
  static int length16(int modrm) {
    return switch (modrm >> 6 & 3) {
      case 0 -> (modrm & 7) == 6 ? 2 : 0;
      case 1 -> 1;
      case 2 -> 2;
      default -> 0;
    };
  }
}
