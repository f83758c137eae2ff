package dev.weighbridge.demangle.text;

import java.nio.charset.StandardCharsets;

/** The characters that mangled names are made of. */
public final class Ascii {
  private Ascii() {}

  /** The bytes of a text. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  public static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  public static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  public static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }
}
