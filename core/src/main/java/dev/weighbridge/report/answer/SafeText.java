package dev.weighbridge.report.answer;

import java.util.Objects;

/**
 * Names of a file made fit to be shown. A file chooses its own names, so they may hold escape
 * sequences, line ends, marks that reverse the text around them, or what a spreadsheet computes.
 *
 * <p>This is the one place that says which characters those are; every writer asks here.
 */
public final class SafeText {
  private static final char ELLIPSIS = '…';

  /** What a spreadsheet takes for the beginning of a formula; the last four are full-width. */
  private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

  private SafeText() {}

  /** The text with every character that does not print as itself written as {@code \\u{1b}}. */
  public static String of(String text) {
    Objects.requireNonNull(text, "text");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        return escaped(text);
      }
    }
    return text;
  }

  private static String escaped(String name) {
    StringBuilder text = new StringBuilder(name.length() + 16);
    int i = 0;
    while (i < name.length()) {
      int c = name.codePointAt(i);
      if (prints(c)) {
        text.appendCodePoint(c);
      } else {
        text.append("\\u{").append(Integer.toHexString(c)).append('}');
      }
      i += Character.charCount(c);
    }
    return text.toString();
  }

  /**
   * Whether a character prints as itself: not the controls C0 and C1, nor marks of direction and
   * other characters without a shape, nor separators of lines, nor half of a pair.
   */
  public static boolean prints(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /**
   * The text as a field of a table that a spreadsheet may open: as {@link #of}, and after an
   * apostrophe if it begins with what a spreadsheet takes for a formula, which are {@code = + - @}.
   * A text that begins with an apostrophe gets one more, so that the first one can be taken away.
   */
  public static String field(String text) {
    Objects.requireNonNull(text, "text");
    String safe = of(text);
    return isTakenForFormula(safe) ? "'" + safe : safe;
  }

  /** Whether a text needs an apostrophe in front where a spreadsheet may open it. */
  public static boolean isTakenForFormula(String text) {
    Objects.requireNonNull(text, "text");
    return !text.isEmpty() && (text.charAt(0) == '\'' || FORMULA.indexOf(text.charAt(0)) >= 0);
  }

  /** The text cut in its middle to a number of characters: both ends tell names apart. */
  public static String cut(String text, int width) {
    Objects.requireNonNull(text, "text");
    if (text.length() <= width) {
      return text;
    }
    int length = text.codePointCount(0, text.length());
    if (length <= width) {
      return text;
    }
    int tail = (width - 1) / 2;
    int head = width - 1 - tail;
    return text.substring(0, text.offsetByCodePoints(0, head))
        + ELLIPSIS
        + text.substring(text.offsetByCodePoints(0, length - tail));
  }
}
