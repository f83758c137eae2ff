package dev.weighbridge.demangle.legacy;

import dev.weighbridge.demangle.rust.LegacyHash;
import dev.weighbridge.demangle.text.Ascii;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds names that a tool has demangled before it wrote them, as wasm-bindgen does, and mangles
 * them again, so that they tell what they told before.
 *
 * <p>Such a name is taken for Rust if it ends with a hash, {@code ::h} and exactly 16 lower-case
 * hexadecimal digits, before what tools put behind a name. Demangled v0 names have no such end and
 * are left as they are.
 */
public final class LegacySpelling {
  private static final int HASH_LENGTH = 17;
  private static final int MAX_DIGITS = 10;
  private static final byte[] SEPARATOR = Ascii.bytes("::");

  private byte[] mangled = new byte[256];
  private int length;
  private int hashStart;

  /**
   * Looks for a demangled name in a range.
   *
   * @return whether there is one
   */
  public boolean find(byte[] bytes, int start, int limit) {
    hashStart = -1;
    // The hash is the last thing but for a suffix, so it is looked for from the end.
    for (int at = limit - HASH_LENGTH; at > start + SEPARATOR.length; at--) {
      boolean isLast = at + HASH_LENGTH == limit || !isWordByte(bytes[at + HASH_LENGTH]);
      if (bytes[at] == 'h'
          && isLast
          && isSeparator(bytes, at - SEPARATOR.length)
          && LegacyHash.is(bytes, at, at + HASH_LENGTH)) {
        hashStart = at;
        return isPrintable(bytes, start, at);
      }
      if (!maySkip(bytes[at + HASH_LENGTH - 1])) {
        return false;
      }
    }
    return false;
  }

  /** What may stand in a hash, or in what tools put behind it. */
  private static boolean maySkip(int c) {
    return c != ':' && c != '>';
  }

  private static boolean isPrintable(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if ((bytes[i] >= 0 && bytes[i] < ' ') || bytes[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  /** First byte of the hash of the name found, with its letter. */
  public int hashStart() {
    return hashStart;
  }

  /** First byte behind the name found. */
  public int end() {
    return hashStart + HASH_LENGTH;
  }

  /**
   * Mangles the name found, from behind {@code _ZN} to the {@code E}.
   *
   * @return an array that is longer than the name, and changes with the next one
   */
  public byte[] mangle(byte[] bytes, int start) {
    length = 0;
    int element = start;
    int depth = 0;
    for (int at = start; at < hashStart; at++) {
      int c = bytes[at];
      if (c == '<' || c == '(' || c == '[' || c == '{') {
        depth++;
      } else if ((c == '>' && !isArrow(bytes, start, at)) || c == ')' || c == ']' || c == '}') {
        depth--;
      } else if (depth == 0 && c == ':' && isSeparator(bytes, at)) {
        element(bytes, element, at);
        at++;
        element = at + 1;
      }
    }
    element(bytes, hashStart, end());
    put('E');
    return mangled;
  }

  private static boolean isArrow(byte[] bytes, int start, int at) {
    return at > start && bytes[at - 1] == '-';
  }

  /** Bytes of the mangled name. */
  public int length() {
    return length;
  }

  /** Its length is known at the end: until then there is room for the longest number. */
  private void element(byte[] bytes, int from, int to) {
    int number = length;
    int body = number + MAX_DIGITS;
    length = body;
    if (from < to && (bytes[from] < 0 || LegacyEscape.of(bytes[from]).length > 1)) {
      put('_');
    }
    for (int at = from; at < to; at++) {
      if (bytes[at] == ':' && at + 1 < to && isSeparator(bytes, at)) {
        put('.');
        put('.');
        at++;
      } else if (bytes[at] < 0) {
        int last = at;
        while (last + 1 < to && bytes[last + 1] < 0) {
          last++;
        }
        new String(bytes, at, last + 1 - at, StandardCharsets.UTF_8)
            .codePoints()
            .forEach(c -> put(LegacyEscape.ofOther(c)));
        at = last;
      } else {
        put(LegacyEscape.of(bytes[at]));
      }
    }
    int size = length - body;
    length = number;
    put(Ascii.bytes(Integer.toString(size)));
    System.arraycopy(mangled, body, mangled, length, size);
    length += size;
  }

  private void put(byte[] text) {
    for (byte c : text) {
      put(c);
    }
  }

  private void put(int value) {
    if (length + MAX_DIGITS >= mangled.length) {
      mangled = Arrays.copyOf(mangled, 2 * mangled.length);
    }
    mangled[length++] = (byte) value;
  }

  private static boolean isSeparator(byte[] bytes, int at) {
    return bytes[at] == ':' && bytes[at + 1] == ':';
  }

  private static boolean isWordByte(int c) {
    return Ascii.isLower(c) || Ascii.isUpper(c) || Ascii.isDigit(c) || c == '_';
  }
}
