package dev.weighbridge.lint.wording;

import java.util.Locale;

/** How rules write numbers in sentences. */
public final class Wording {
  private Wording() {}

  /** A number of bytes in a sentence: {@code 120,536 bytes}. */
  public static String bytes(long count) {
    return String.format(Locale.ROOT, "%,d byte%s", count, count == 1 ? "" : "s");
  }

  /** A number of things in a sentence: {@code 1 function}, {@code 12 functions}. */
  public static String count(long count, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", count, thing, count == 1 ? "" : "s");
  }
}
