package dev.weighbridge.demangle;

import java.nio.charset.StandardCharsets;

/** The characters that mangled names are made of. */
final class Ascii {
  private Ascii() {}

  /** The bytes of a text. */
  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }
}
