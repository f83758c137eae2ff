package dev.weighbridge.report.writing;

/** A share as a bar of block characters, one eighth of a character for each step. */
final class ShareBar {
  /** Characters of the bar that stands for everything. */
  static final int WIDTH = 10;

  /** From this many characters in a line on there is room for bars. */
  static final int LEAST_LINE = 120;

  private static final String PARTS = " ▏▎▍▌▋▊▉";
  private static final int STEPS = PARTS.length();

  private ShareBar() {}

  /** The bar of a share; empty if it is none. */
  static String of(String percent) {
    if (percent.isEmpty() || !Character.isDigit(percent.charAt(0))) {
      return "";
    }
    double share = Math.min(100, Double.parseDouble(percent)) / 100;
    int steps = (int) Math.round(share * WIDTH * STEPS);
    int part = steps % STEPS;
    return "█".repeat(steps / STEPS) + (part == 0 ? "" : PARTS.charAt(part));
  }
}
