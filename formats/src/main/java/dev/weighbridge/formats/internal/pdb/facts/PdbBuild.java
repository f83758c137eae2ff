package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_BUILDINFO;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_COMPILE2;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_COMPILE3;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * How a module was compiled, as its symbols say.
 *
 * @param command number of the item that tells of the command, -1 if there is none
 * @param language the language; empty if it is not told, or if no compiler made the module
 * @param compiler the compiler; empty if it is not told
 */
record PdbBuild(long command, String language, String compiler) {
  private static final int LINKER = 7;

  /** Looks through the symbols of a module. */
  static PdbBuild of(Bytes symbols) {
    long command = -1;
    String language = "";
    String compiler = "";
    boolean isCompiled = false;
    PdbSymbolCursor cursor = new PdbSymbolCursor(symbols);
    while (cursor.next()) {
      int kind = cursor.kind();
      if (kind == S_BUILDINFO && cursor.size() >= 4) {
        command = symbols.u32(cursor.start());
      } else if ((kind == S_COMPILE3 || kind == S_COMPILE2) && !isCompiled && cursor.size() >= 4) {
        isCompiled = true;
        int number = symbols.u8(cursor.start());
        language = language(number);
        compiler = number == LINKER ? "" : cursor.text(kind == S_COMPILE3 ? 22 : 18);
      }
    }
    return new PdbBuild(command, language, compiler);
  }

  /** In the words that DWARF has; {@code CV_CFL_LANG} of cvconst.h and of LLVM. */
  private static String language(int number) {
    return switch (number) {
      case 0x00 -> "C";
      case 0x01 -> "C++";
      case 0x02 -> "Fortran";
      case 0x03 -> "Assembly";
      case 0x04 -> "Pascal";
      case 0x05 -> "Basic";
      case 0x06 -> "COBOL";
      case LINKER, 0x08, 0x09 -> "";
      case 0x0a -> "C#";
      case 0x0b -> "Visual Basic";
      case 0x0c, 0x0f -> "IL";
      case 0x0d -> "Java";
      case 0x0e -> "JScript";
      case 0x10 -> "HLSL";
      case 0x11 -> "Objective-C";
      case 0x12 -> "Objective-C++";
      case 0x13, 'S' -> "Swift";
      case 0x15 -> "Rust";
      case 'D' -> "D";
      default -> "language 0x" + Integer.toHexString(number);
    };
  }
}
