package dev.weighbridge.demangle.legacy;

import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;
import java.util.Arrays;

/**
 * Finds v0 names that a tool has demangled before it wrote them, hashes and all.
 *
 * <p>It spells them as the older mangling would have, so that they can be read as {@link
 * LegacySpelling} is.
 *
 * <p>Such a name tells the crates at the roots of its paths from others of their names by a hash in
 * brackets, {@code std[4f0c8a3d21b7e965]::io}, which no other language writes.
 */
public final class RootedSpelling {
  /** A hash has 64 bits, written without leading zeros. */
  private static final int MOST_DIGITS = 16;

  private static final byte[] MERGED = Ascii.bytes(".llvm.");
  private static final byte[] CLOSURE = Ascii.bytes("{closure#");
  private static final byte[] LEGACY_CLOSURE = Ascii.bytes("{{closure}}");

  /** A hash like any other: that of the name is not in it. */
  private static final byte[] HASH = Ascii.bytes("::h0000000000000000");

  private byte[] spelled = new byte[256];
  private int length;
  private int end;

  /**
   * Looks for a demangled name in a range.
   *
   * @return whether there is one
   */
  public boolean find(byte[] bytes, int start, int limit) {
    end = start;
    if (limit - start < 2 || isMangled(bytes[start], bytes[start + 1])) {
      return false;
    }
    boolean isFound = false;
    for (int at = start + 1; at < limit; at++) {
      int c = bytes[at];
      if ((c >= 0 && c < ' ') || c == 0x7f) {
        return false;
      }
      isFound |= c == '[' && rootEnd(bytes, start, at, limit) > 0;
    }
    end = isFound ? suffix(bytes, start, limit) : start;
    return isFound;
  }

  /** Most names that are not Rust begin so, and need no further look. */
  private static boolean isMangled(int first, int second) {
    return first == '_' && (second == 'Z' || second == 'R');
  }

  private static int suffix(byte[] bytes, int start, int limit) {
    for (int at = start; at + MERGED.length <= limit; at++) {
      if (Arrays.equals(bytes, at, at + MERGED.length, MERGED, 0, MERGED.length)) {
        return at;
      }
    }
    return limit;
  }

  /** Where the hash in brackets ends that begins at a place behind a word; -1 if none does. */
  private static int rootEnd(byte[] bytes, int start, int open, int limit) {
    if (open == start || !isWord(bytes[open - 1])) {
      return -1;
    }
    int at = open + 1;
    while (at < limit && isHexDigit(bytes[at])) {
      at++;
    }
    int digits = at - open - 1;
    boolean isHash = digits > 0 && digits <= MOST_DIGITS && at + 2 < limit && bytes[at] == ']';
    return isHash && bytes[at + 1] == ':' && bytes[at + 2] == ':' ? at + 1 : -1;
  }

  /** First byte behind the name found. */
  public int end() {
    return end;
  }

  /** Appends the name found without the hashes of its roots. */
  public void appendPlain(byte[] bytes, int start, Utf8Buffer out) {
    int from = start;
    for (int at = start; at < end; at++) {
      int behind = bytes[at] == '[' ? rootEnd(bytes, start, at, end) : -1;
      if (behind > 0) {
        out.put(bytes, from, at - from);
        from = behind;
        at = behind - 1;
      }
    }
    out.put(bytes, from, end - from);
  }

  /**
   * The name found as the older mangling spells it: {@code <Vec<u8>>::push} is {@code
   * Vec<u8>::push} there, {@code f::<u8>} is {@code f<u8>}, and closures have no numbers.
   *
   * @return an array that is longer than the name, and changes with the next one
   */
  public byte[] spell(byte[] bytes, int start) {
    Utf8Buffer plain = new Utf8Buffer();
    appendPlain(bytes, start, plain);
    byte[] text = new byte[plain.length()];
    plain.copy(text);
    length = 0;
    int close = plainType(text);
    for (int at = close < 0 ? 0 : 1; at < text.length; at++) {
      boolean isTurbofish =
          text[at] == ':' && at + 2 < text.length && text[at + 1] == ':' && text[at + 2] == '<';
      if (isTurbofish && text.length > at + 3 && at > 0) {
        at++;
      } else if (isAt(text, at, CLOSURE)) {
        put(LEGACY_CLOSURE);
        while (at < text.length && text[at] != '}') {
          at++;
        }
      } else if (at != close) {
        put(text[at]);
      }
    }
    put(HASH);
    return spelled;
  }

  /** Bytes of the name spelled last. */
  public int length() {
    return length;
  }

  /** Where the bracket closes in which a path stands that no trait is named with; -1 if none. */
  private static int plainType(byte[] text) {
    if (text.length < 2 || text[0] != '<' || !isWord(text[1])) {
      return -1;
    }
    int depth = 0;
    boolean isPath = false;
    for (int at = 0; at < text.length; at++) {
      int c = text[at];
      depth += c == '<' || c == '(' || c == '[' ? 1 : 0;
      boolean isArrow = c == '>' && at > 0 && text[at - 1] == '-';
      depth -= (c == '>' && !isArrow) || c == ')' || c == ']' ? 1 : 0;
      isPath |= depth == 1 && c == ':';
      if (depth == 1 && c == ' ') {
        return -1;
      }
      if (depth == 0) {
        return isPath ? at : -1;
      }
    }
    return -1;
  }

  private static boolean isAt(byte[] text, int at, byte[] mark) {
    return at + mark.length <= text.length
        && Arrays.equals(text, at, at + mark.length, mark, 0, mark.length);
  }

  private void put(byte[] text) {
    for (byte c : text) {
      put(c);
    }
  }

  private void put(byte c) {
    if (length + 1 >= spelled.length) {
      spelled = Arrays.copyOf(spelled, 2 * spelled.length);
    }
    spelled[length++] = c;
  }

  private static boolean isWord(int c) {
    return Ascii.isLower(c) || Ascii.isUpper(c) || Ascii.isDigit(c) || c == '_' || c < 0;
  }

  private static boolean isHexDigit(int c) {
    return Ascii.isDigit(c) || (c >= 'a' && c <= 'f');
  }
}
