package dev.weighbridge.lint;

import java.util.Locale;

/** What the figure of a saving rests on, surest first. */
public enum SavingBasis {
  /** Exactly these bytes go; the file is laid out anew without them. */
  EXACT,
  /** What the tool of the advice would do was computed on this file. */
  COMPUTED,
  /** The bytes that are there were counted; nearly all of them go. */
  COUNTED,
  /** At most these bytes go; what of them is needed cannot be seen. */
  UPPER_BOUND,
  /** A share of the bytes concerned, as measured on other programs. */
  ESTIMATED,
  /** Nothing can be said. */
  UNKNOWN;

  private final String key = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The word used in machine output: {@code upper-bound}. */
  public String key() {
    return key;
  }
}
