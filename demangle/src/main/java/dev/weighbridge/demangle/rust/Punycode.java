package dev.weighbridge.demangle.rust;

/**
 * Decodes identifiers by RFC 3492, with the parameters of its section 5.
 *
 * <p>The separator has been taken off before: in v0 it is {@code _}, because {@code -} may not
 * stand in a symbol.
 */
final class Punycode {
  /** Longest identifier that is decoded, the figure of the reference crate. */
  private static final int MAX_LENGTH = 128;

  private static final int BASE = 36;
  private static final int T_MIN = 1;
  private static final int T_MAX = 26;
  private static final int SKEW = 38;
  private static final int DAMP = 700;
  private static final int INITIAL_BIAS = 72;
  private static final int INITIAL_N = 0x80;

  private final int[] decoded = new int[MAX_LENGTH];
  private int length;

  /** Next digit to read. */
  private int next;

  /** Number of characters of the decoded identifier. */
  int length() {
    return length;
  }

  /** A character of the decoded identifier. */
  int codePoint(int index) {
    return decoded[index];
  }

  /**
   * Decodes an identifier.
   *
   * @return false if it is malformed or too long
   */
  boolean decode(byte[] bytes, int asciiStart, int asciiEnd, int codeStart, int codeEnd) {
    length = 0;
    if (asciiEnd - asciiStart > MAX_LENGTH) {
      return false;
    }
    for (int i = asciiStart; i < asciiEnd; i++) {
      decoded[length++] = bytes[i];
    }
    long n = INITIAL_N;
    long place = 0;
    int bias = INITIAL_BIAS;
    int damp = DAMP;
    next = codeStart;
    while (next < codeEnd) {
      long delta = delta(bytes, codeEnd, bias);
      place += delta;
      n += place / (length + 1);
      place %= length + 1;
      if (delta < 0 || !insert((int) place, n)) {
        return false;
      }
      place++;
      bias = adapt(delta / damp, length);
      damp = 2;
    }
    return true;
  }

  /** Reads a generalized variable-length integer (section 3.3); -1 if it is malformed or huge. */
  private long delta(byte[] bytes, int end, int bias) {
    long delta = 0;
    long weight = 1;
    for (int k = BASE; next < end; k += BASE) {
      int digit = digit(bytes[next++]);
      int threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
      delta += digit * weight;
      // Beyond this no character is left, for one of at most 128 places.
      if (digit < 0 || delta > Integer.MAX_VALUE) {
        return -1;
      }
      if (digit < threshold) {
        return delta;
      }
      weight *= BASE - threshold;
    }
    return -1;
  }

  /** Section 6.1, after the damping. */
  private static int adapt(long damped, int length) {
    long delta = damped + damped / length;
    int k = 0;
    while (delta > (BASE - T_MIN) * T_MAX / 2) {
      delta /= BASE - T_MIN;
      k += BASE;
    }
    return k + (int) ((BASE - T_MIN + 1) * delta / (delta + SKEW));
  }

  private static int digit(int c) {
    if (c >= 'a' && c <= 'z') {
      return c - 'a';
    }
    return c >= '0' && c <= '9' ? c - '0' + T_MAX : -1;
  }

  private boolean insert(int at, long n) {
    boolean isSurrogate = n >= Character.MIN_SURROGATE && n <= Character.MAX_SURROGATE;
    if (length == MAX_LENGTH || isSurrogate || n > Character.MAX_CODE_POINT) {
      return false;
    }
    System.arraycopy(decoded, at, decoded, at + 1, length - at);
    decoded[at] = (int) n;
    length++;
    return true;
  }
}
