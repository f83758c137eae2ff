package dev.weighbridge.demangle.msvc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the names of literals: the beginning of the text, its length and a checksum. Whether a text
 * has characters of two or four bytes is told by its zeros, as only those of {@code wchar_t} say.
 */
final class MsvcStrings {
  /** Bytes of a text that a name has at most. */
  private static final int MOST = 128;

  private static final String SIGNS = ",/\\:. \n\t'-";

  /** Texts of fewer bytes are whole, with the zero that ends them. */
  private static final int SHORT = 32;

  private MsvcStrings() {}

  /** Reads what follows the mark of a literal. */
  static String read(MsvcCursor in) {
    in.require("@_");
    char kind = in.next();
    if (kind != '0' && kind != '1') {
      throw new MsvcRefusal();
    }
    long length = in.unsigned();
    in.word();
    List<Integer> bytes = new ArrayList<>();
    while (!in.take('@')) {
      if (bytes.size() == MOST) {
        throw new MsvcRefusal();
      }
      bytes.add(unit(in));
    }
    int width = kind == '1' ? 2 : width(bytes, length);
    // Microsoft's compiler leaves the zero at the end away.
    boolean isCut = length - bytes.size() > width;
    String prefix = kind == '1' ? "L" : width == 4 ? "U" : width == 2 ? "u" : "";
    return prefix + "\"" + text(bytes, width, kind == '1', isCut) + "\"" + (isCut ? "..." : "");
  }

  private static int unit(MsvcCursor in) {
    char next = in.next();
    if (next != '?') {
      return next;
    }
    char mark = in.next();
    if (mark == '$') {
      int high = in.next() - 'A';
      int low = in.next() - 'A';
      if (high < 0 || high > 15 || low < 0 || low > 15) {
        throw new MsvcRefusal();
      }
      return high << 4 | low;
    }
    if (mark >= '0' && mark <= '9') {
      return SIGNS.charAt(mark - '0');
    }
    if ((mark >= 'a' && mark <= 'z') || (mark >= 'A' && mark <= 'Z')) {
      return mark + 0x80;
    }
    throw new MsvcRefusal();
  }

  private static int width(List<Integer> bytes, long length) {
    if (length % 2 == 1 || bytes.isEmpty()) {
      return 1;
    }
    int zeros = 0;
    if (length < SHORT) {
      for (int i = bytes.size() - 1; i >= 0 && bytes.get(i) == 0; i--) {
        zeros++;
      }
      return zeros >= 4 && length % 4 == 0 ? 4 : zeros >= 2 ? 2 : 1;
    }
    for (int each : bytes) {
      zeros += each == 0 ? 1 : 0;
    }
    if (zeros >= 2 * bytes.size() / 3 && length % 4 == 0) {
      return 4;
    }
    return zeros >= bytes.size() / 3 ? 2 : 1;
  }

  private static String text(List<Integer> bytes, int width, boolean isBig, boolean isCut) {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at + width <= bytes.size(); at += width) {
      int value = 0;
      for (int i = 0; i < width; i++) {
        value = value << 8 | bytes.get(isBig ? at + i : at + width - 1 - i);
      }
      boolean isEnd = value == 0 && !isCut && at + 2 * width > bytes.size();
      if (!isEnd) {
        escape(value, text);
      }
    }
    return text.toString();
  }

  private static void escape(int value, StringBuilder text) {
    switch (value) {
      case 0 -> text.append("\\0");
      case '\'' -> text.append("\\'");
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case 7 -> text.append("\\a");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      case 11 -> text.append("\\v");
      default -> {
        if (value > 0x1f && value < 0x7f) {
          text.append((char) value);
        } else {
          String digits = Integer.toHexString(value).toUpperCase(Locale.ROOT);
          text.append("\\x").append(digits.length() % 2 == 1 ? "0" : "").append(digits);
        }
      }
    }
  }
}
