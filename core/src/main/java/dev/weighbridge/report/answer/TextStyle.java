package dev.weighbridge.report.answer;

import java.util.Objects;

/**
 * How text looks.
 *
 * @param units of numbers of bytes in tables
 * @param isDecorated whether a terminal shows it: with colours of ECMA-48, and with bars beside
 *     shares where lines are long enough
 */
public record TextStyle(Units units, boolean isDecorated) {
  /** Refuses null. */
  public TextStyle {
    Objects.requireNonNull(units, "units");
  }

  /** Whole bytes, and nothing but characters. */
  public static final TextStyle PLAIN = new TextStyle(Units.BYTES, false);
}
