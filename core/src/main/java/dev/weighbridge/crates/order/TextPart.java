package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.bytes.Bytes;
import java.nio.charset.StandardCharsets;

/**
 * The parts that linkers make of the text. GNU ld puts what compilers expect to run seldom first,
 * behind it what runs at the end and at the start of a program, then all other code (its default
 * script: {@code .text.unlikely}, {@code .text.exit}, {@code .text.startup}, {@code .text}). The
 * objects follow each other in each part anew, so what lies between functions of two parts is of
 * any object.
 */
public enum TextPart {
  /** What GCC and Clang take out of functions because it seldom runs. */
  UNLIKELY,
  /** What destroys the variables of a unit. */
  EXIT,
  /** What makes the variables of a unit. */
  STARTUP,
  /** All other code, as far as names tell. */
  REST;

  private static final byte[] COLD = ascii(".cold");
  private static final byte[] DESTROYS = ascii("_GLOBAL__sub_D_");
  private static final byte[] MAKES = ascii("_GLOBAL__sub_I_");

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /** Whether two functions are in one part, as far as their names tell. */
  public static boolean isOne(Owners owners, int one, int other) {
    return of(owners, one) == of(owners, other);
  }

  private static TextPart of(Owners owners, int owner) {
    if (!owners.isSymbol(owner)) {
      return REST;
    }
    SymbolTable symbols = owners.symbols(owner);
    int row = owners.symbolRow(owner);
    return of(symbols.nameBytes(row), symbols.nameStart(row), symbols.nameLength(row));
  }

  /** That of a function by its name, of which no text is made: they are as many as functions. */
  static TextPart of(Bytes names, long start, int length) {
    if (isCold(names, start, start + length)) {
      return UNLIKELY;
    }
    if (has(names, start, length, DESTROYS)) {
      return EXIT;
    }
    return has(names, start, length, MAKES) ? STARTUP : REST;
  }

  /** Whether a name ends in {@code .cold}, or in that, a dot and a number. */
  private static boolean isCold(Bytes names, long start, long end) {
    long at = end;
    while (at > start && names.u8(at - 1) >= '0' && names.u8(at - 1) <= '9') {
      at--;
    }
    boolean hasNumber = at < end && at > start && names.u8(at - 1) == '.';
    long word = (hasNumber ? at - 1 : end) - COLD.length;
    return word >= start && has(names, word, COLD.length, COLD);
  }

  private static boolean has(Bytes names, long start, int length, byte[] text) {
    boolean isSame = length >= text.length;
    for (int i = 0; isSame && i < text.length; i++) {
      isSame = names.u8(start + i) == text[i];
    }
    return isSame;
  }
}
