package dev.weighbridge.demangle.rust;

import dev.weighbridge.demangle.text.Ascii;

/** The hash at the end of a legacy name: {@code h} and exactly 16 lower-case digits. */
public final class LegacyHash {
  private static final int DIGITS = 16;

  private LegacyHash() {}

  /** Whether a range is such a hash, with its letter. */
  public static boolean is(byte[] bytes, int from, int to) {
    if (to - from != 1 + DIGITS || bytes[from] != 'h') {
      return false;
    }
    for (int i = from + 1; i < to; i++) {
      int c = bytes[i];
      if (!Ascii.isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  /** First byte after the digits that start at a position. */
  public static int end(int digits) {
    return digits + DIGITS;
  }

  /** The number that the digits at a position stand for, unsigned. */
  public static long value(byte[] bytes, int digits) {
    return HexLiteral.value(bytes, digits, end(digits));
  }
}
