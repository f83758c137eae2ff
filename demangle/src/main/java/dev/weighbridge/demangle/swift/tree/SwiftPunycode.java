package dev.weighbridge.demangle.swift.tree;

/**
 * Names with other characters than ASCII's, in Punycode with {@code _} as delimiter and {@code A}
 * to {@code J} as digits. A unit from D800 up to D880 stands for an ASCII character that cannot
 * stand in a symbol.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3492">RFC 3492</a>
 */
public final class SwiftPunycode {
  private static final int BASE = 36;
  private static final int LOWEST = 1;
  private static final int HIGHEST = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int FIRST_BIAS = 72;
  private static final int FIRST_CODE = 0x80;
  private static final int ESCAPED = 0xd800;

  private SwiftPunycode() {}

  /** The name that a text stands for. */
  public static String decode(String text) {
    int delimiter = text.lastIndexOf('_');
    String basic = delimiter > 0 ? text.substring(0, delimiter) : "";
    int[] codes = new int[text.length()];
    int count = 0;
    for (int i = 0; i < basic.length(); i++) {
      codes[count++] = basic.charAt(i);
    }
    long code = FIRST_CODE;
    long index = 0;
    int bias = FIRST_BIAS;
    int at = delimiter > 0 ? delimiter + 1 : 0;
    while (at < text.length()) {
      long old = index;
      long weight = 1;
      for (int k = BASE; ; k += BASE) {
        if (at == text.length()) {
          throw new SwiftRefusal();
        }
        int digit = digit(text.charAt(at++));
        index += digit * weight;
        int threshold = Math.max(LOWEST, Math.min(HIGHEST, k - bias));
        if (digit < threshold) {
          break;
        }
        weight *= BASE - threshold;
        if (index > Integer.MAX_VALUE || weight > Integer.MAX_VALUE) {
          throw new SwiftRefusal();
        }
      }
      count++;
      bias = adapt(index - old, count, old == 0);
      code += index / count;
      index %= count;
      if (code > Character.MAX_CODE_POINT) {
        throw new SwiftRefusal();
      }
      System.arraycopy(codes, (int) index, codes, (int) index + 1, count - 1 - (int) index);
      codes[(int) index++] = (int) code;
    }
    return text(codes, count);
  }

  private static String text(int[] codes, int count) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int code = codes[i];
      boolean isEscaped = code >= ESCAPED && code < ESCAPED + FIRST_CODE;
      if (!isEscaped && code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE) {
        throw new SwiftRefusal();
      }
      name.appendCodePoint(isEscaped ? code - ESCAPED : code);
    }
    return name.toString();
  }

  private static int digit(char letter) {
    if (letter >= 'a' && letter <= 'z') {
      return letter - 'a';
    }
    if (letter >= 'A' && letter <= 'J') {
      return letter - 'A' + 26;
    }
    throw new SwiftRefusal();
  }

  private static int adapt(long delta, int count, boolean isFirst) {
    long rest = isFirst ? delta / DAMP : delta / 2;
    rest += rest / count;
    int k = 0;
    while (rest > (BASE - LOWEST) * HIGHEST / 2) {
      rest /= BASE - LOWEST;
      k += BASE;
    }
    return (int) (k + (BASE - LOWEST + 1) * rest / (rest + SKEW));
  }
}
