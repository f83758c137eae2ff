package dev.weighbridge.demangle.rust;

/** The values of const-data: numbers, characters and strings in hexadecimal digits. */
public final class HexLiteral {
  private HexLiteral() {}

  /** Whether the digits of a {@code bool}, {@code char} or {@code str} constant have a meaning. */
  public static boolean isValid(int tag, byte[] bytes, int from, int to) {
    return switch (tag) {
      case 'b' -> isShort(bytes, from, to) && value(bytes, from, to) >>> 1 == 0;
      case 'c' -> isShort(bytes, from, to) && isScalar(value(bytes, from, to));
      default -> isUtf8(bytes, from, to);
    };
  }

  /** Whether the number fits 64 bits; leading zeros do not count. */
  public static boolean isShort(byte[] bytes, int from, int to) {
    int first = from;
    while (first < to && bytes[first] == '0') {
      first++;
    }
    return to - first <= 16;
  }

  /** The number, unsigned; none of it if there are no digits. */
  public static long value(byte[] bytes, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = (value << 4) | nibble(bytes[i]);
    }
    return value;
  }

  private static boolean isScalar(long value) {
    return value >= 0 && value <= Character.MAX_CODE_POINT && (value < 0xd800 || value > 0xdfff);
  }

  private static int nibble(int digit) {
    return digit <= '9' ? digit - '0' : digit - 'a' + 10;
  }

  private static int byteAt(byte[] bytes, int at) {
    return (nibble(bytes[at]) << 4) | nibble(bytes[at + 1]);
  }

  private static boolean isUtf8(byte[] bytes, int from, int to) {
    if (((to - from) & 1) != 0) {
      return false;
    }
    int at = from;
    while (at < to) {
      int c = codePoint(bytes, at, to);
      if (c < 0) {
        return false;
      }
      at += 2 * utf8Length(c);
    }
    return true;
  }

  /** How many bytes UTF-8 uses for a character. */
  public static int utf8Length(int c) {
    if (c < 0x80) {
      return 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }

  /**
   * Decodes one character of UTF-8 written in pairs of digits.
   *
   * @return -1 if the bytes are not the shortest form of a scalar value
   */
  public static int codePoint(byte[] bytes, int at, int to) {
    int first = byteAt(bytes, at);
    if (first < 0x80) {
      return first;
    }
    int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc0 || first > 0xf7 || to - at < 2 * length) {
      return -1;
    }
    int c = first & (0x7f >> length);
    for (int i = 1; i < length; i++) {
      int more = byteAt(bytes, at + 2 * i);
      if ((more & 0xc0) != 0x80) {
        return -1;
      }
      c = (c << 6) | (more & 0x3f);
    }
    return utf8Length(c) == length && isScalar(c) ? c : -1;
  }
}
