package dev.weighbridge.report.answer;

/** Numbers as people read them. Written by hand: a formatter would cost a cold start its time. */
public final class Figures {
  private Figures() {}

  /** Digits in groups of three: {@code 4,397,024}. */
  public static String grouped(long value) {
    String digits = Long.toString(value);
    int first = value < 0 ? 1 : 0;
    if (digits.length() - first <= 3) {
      return digits;
    }
    StringBuilder text = new StringBuilder(digits.length() + 8);
    for (int i = 0; i < digits.length(); i++) {
      if (i > first && (digits.length() - i) % 3 == 0) {
        text.append(',');
      }
      text.append(digits.charAt(i));
    }
    return text.toString();
  }

  /** A number of bytes with its unit: {@code 1,234 bytes}, {@code 1 byte}. */
  public static String bytes(long value) {
    return grouped(value) + (value == 1 ? " byte" : " bytes");
  }

  /** A change: {@code +1,234}, {@code -5}; {@code -} for none. */
  public static String signed(long change) {
    return change == 0 ? "-" : (change > 0 ? "+" : "") + grouped(change);
  }

  /**
   * The change from one size to another in percent of the first, with two decimals; {@code new} and
   * {@code gone} where one of them is nothing, {@code -} where nothing changes.
   */
  public static String change(long before, long after) {
    if (before == after) {
      return "-";
    }
    if (before == 0 || after == 0) {
      return before == 0 ? "new" : "gone";
    }
    String percent = percent(Math.abs(after - before), before);
    return (after > before ? "+" : "-") + percent;
  }

  /** {@code part} of {@code whole} in percent with two decimals; {@code -} of nothing. */
  public static String percent(long part, long whole) {
    if (whole == 0) {
      return "-";
    }
    long hundredths = Math.round(part * 10_000.0 / whole);
    String fraction = Long.toString(hundredths % 100 + 100).substring(1);
    return hundredths / 100 + "." + fraction;
  }

  /** A file offset or address: {@code 0x1f40}; {@code -} for the -1 that stands for none. */
  public static String hex(long value) {
    return value == -1 ? "-" : "0x" + Long.toHexString(value);
  }

  /** An address for a program: unsigned digits, or -1 for none. */
  public static String address(long value) {
    return value == -1 ? "-1" : Long.toUnsignedString(value);
  }
}
