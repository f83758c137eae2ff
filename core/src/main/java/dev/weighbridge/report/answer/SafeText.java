package dev.weighbridge.report.answer;

/**
 * Names of a file made fit for a terminal. A file chooses its own names, so they may hold escape
 * sequences, line ends or marks that reverse the text around them.
 */
public final class SafeText {
  private static final char ELLIPSIS = '…';

  private SafeText() {}

  /** The name with every character that does not print as itself written as {@code \\u{1b}}. */
  public static String of(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~') {
        return escaped(name);
      }
    }
    return name;
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

  private static boolean prints(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR;
  }

  /** The name cut in its middle to a number of characters: both ends tell names apart. */
  public static String cut(String name, int width) {
    if (name.length() <= width) {
      return name;
    }
    int length = name.codePointCount(0, name.length());
    if (length <= width) {
      return name;
    }
    int tail = (width - 1) / 2;
    int head = width - 1 - tail;
    return name.substring(0, name.offsetByCodePoints(0, head))
        + ELLIPSIS
        + name.substring(name.offsetByCodePoints(0, length - tail));
  }
}
