package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.text.Utf8Buffer;

/**
 * Writes characters as they stand in the literals of Rust source, like {@code char::escape_debug}.
 */
final class CharacterLiteral {
  private CharacterLiteral() {}

  /**
   * Prints a character.
   *
   * @param quote the quote around it; the other kind of quote is not escaped
   */
  static void print(int c, char quote, Utf8Buffer out) {
    switch (c) {
      case 0 -> escape('0', out);
      case '\t' -> escape('t', out);
      case '\n' -> escape('n', out);
      case '\r' -> escape('r', out);
      case '\\' -> escape('\\', out);
      case '\'', '"' -> {
        if (c == quote) {
          out.put('\\');
        }
        out.put(c);
      }
      default -> {
        if (c < 0x20 || c == 0x7f || (c > 0x7f && Unprintable.contains(c))) {
          unicode(c, out);
        } else {
          out.putCodePoint(c);
        }
      }
    }
  }

  /** Digit by digit, since a piece of text is either printed whole or not at all. */
  private static void unicode(int c, Utf8Buffer out) {
    escape('u', out);
    out.put('{');
    for (int shift = 20; shift >= 0; shift -= 4) {
      if (c >>> shift != 0) {
        out.put(Character.forDigit((c >>> shift) & 0xf, 16));
      }
    }
    out.put('}');
  }

  private static void escape(char letter, Utf8Buffer out) {
    out.put('\\');
    out.put(letter);
  }
}
