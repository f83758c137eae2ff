package dev.weighbridge.demangle.legacy;

import dev.weighbridge.demangle.text.Ascii;

/**
 * The escapes of legacy names: {@code $LT$} and its like, and {@code $u7b$} for other characters.
 *
 * <p>The compiler writes only lower-case digits; control characters are not accepted, they could
 * play tricks on a terminal.
 */
final class LegacyEscape {
  /** How the compiler writes each character of ASCII. */
  private static final byte[][] WRITTEN = new byte[128][];

  static {
    for (int c = 0; c < WRITTEN.length; c++) {
      WRITTEN[c] = Ascii.bytes(written((char) c));
    }
  }

  private LegacyEscape() {}

  private static String written(char c) {
    return switch (c) {
      case '@' -> "$SP$";
      case '*' -> "$BP$";
      case '&' -> "$RF$";
      case '<' -> "$LT$";
      case '>' -> "$GT$";
      case '(' -> "$LP$";
      case ')' -> "$RP$";
      case ',' -> "$C$";
      case '.', '_' -> String.valueOf(c);
      default ->
          Ascii.isLower(c) || Ascii.isUpper(c) || Ascii.isDigit(c) ? String.valueOf(c) : number(c);
    };
  }

  private static String number(int c) {
    return "$u" + Integer.toHexString(c) + "$";
  }

  /** The escape that stands for a character beyond ASCII. */
  static byte[] ofOther(int c) {
    return Ascii.bytes(number(c));
  }

  /** The bytes that stand for a character of ASCII: itself, or its escape. */
  static byte[] of(int c) {
    return WRITTEN[c];
  }

  /** First byte after the escape that starts at a position; {@code limit} if it is not closed. */
  static int end(byte[] bytes, int at, int limit) {
    int close = at + 1;
    while (close < limit && bytes[close] != '$') {
      close++;
    }
    return Math.min(close + 1, limit);
  }

  /** The character of the escape whose {@code $} is at a position; -1 if it is none. */
  static int decode(byte[] bytes, int at, int limit) {
    int close = end(bytes, at, limit) - 1;
    if (close <= at || bytes[close] != '$') {
      return -1;
    }
    int first = bytes[at + 1];
    switch (close - at) {
      case 2 -> {
        return first == 'C' ? ',' : -1;
      }
      case 3 -> {
        int letters = (first << 8) | bytes[at + 2];
        if (first != 'u') {
          return twoLetters(letters);
        }
      }
      default -> {}
    }
    return first == 'u' ? scalar(bytes, at + 2, close) : -1;
  }

  private static int twoLetters(int letters) {
    return switch (letters) {
      case ('S' << 8) | 'P' -> '@';
      case ('B' << 8) | 'P' -> '*';
      case ('R' << 8) | 'F' -> '&';
      case ('L' << 8) | 'T' -> '<';
      case ('G' << 8) | 'T' -> '>';
      case ('L' << 8) | 'P' -> '(';
      case ('R' << 8) | 'P' -> ')';
      default -> -1;
    };
  }

  private static int scalar(byte[] bytes, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int c = bytes[i];
      boolean isDigit = c >= '0' && c <= '9';
      if ((!isDigit && (c < 'a' || c > 'f')) || value > Character.MAX_CODE_POINT) {
        return -1;
      }
      value = (value << 4) | (isDigit ? c - '0' : c - 'a' + 10);
    }
    boolean isSurrogate = value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE;
    boolean isScalar = from < to && value <= Character.MAX_CODE_POINT && !isSurrogate;
    return isScalar && !Character.isISOControl(value) ? value : -1;
  }

  /** Whether a range holds what only legacy Rust names have: an escape, or {@code ..}. */
  static boolean isIn(byte[] bytes, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (bytes[i] == '.' && bytes[i + 1] == '.') {
        return true;
      }
      if (bytes[i] == '$' && decode(bytes, i, to) >= 0) {
        return true;
      }
    }
    return false;
  }
}
