package dev.weighbridge.demangle;

/**
 * Goes through the elements of a legacy name: {@code _ZN}, then for each element its length and its
 * bytes, then {@code E}.
 *
 * <p>C++ writes its nested names the same way. A name is taken for Rust if its last element is a
 * hash, {@code h} and exactly 16 lower-case hexadecimal digits, or if an element holds an escape
 * that only Rust makes, or if there is one element alone, which C++ does not wrap. The reference
 * crate takes any such name, and calls the last element a hash if it is {@code h} with any number
 * of digits: by that a function {@code face} disappears when it is called {@code hface}.
 */
final class LegacyCursor {
  private static final int HASH_LENGTH = 17;

  private byte[] bytes = new byte[0];
  private int pos;
  private int suffixStart;
  private int lastStart;
  private int elementStart;
  private int elementEnd;

  /**
   * Checks the whole name and goes before its first element.
   *
   * @return false if the name is not legacy Rust
   */
  boolean start(byte[] newBytes, int origin, int end) {
    bytes = newBytes;
    pos = origin;
    elementEnd = origin;
    int count = 0;
    boolean hasEscape = false;
    while (pos < end && bytes[pos] != 'E') {
      if (!readElement(end)) {
        return false;
      }
      count++;
      hasEscape = hasEscape || hasRustEscape();
    }
    if (pos == end || count == 0) {
      return false;
    }
    suffixStart = pos + 1;
    lastStart = elementStart;
    boolean isRust = isHash() || hasEscape || count == 1;
    pos = origin;
    return isRust;
  }

  /** Goes to the next element; false at the end. */
  boolean nextElement() {
    return bytes[pos] != 'E' && readElement(suffixStart);
  }

  /** First byte of the element. */
  int elementStart() {
    return elementStart;
  }

  /** First byte after the element. */
  int elementEnd() {
    return elementEnd;
  }

  /** First byte after the {@code E}. */
  int suffixStart() {
    return suffixStart;
  }

  /** Whether the element is the hash of the name. */
  boolean isHash() {
    if (elementStart != lastStart || elementEnd - elementStart != HASH_LENGTH) {
      return false;
    }
    if (bytes[elementStart] != 'h') {
      return false;
    }
    for (int i = elementStart + 1; i < elementEnd; i++) {
      int c = bytes[i];
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return true;
  }

  private boolean readElement(int end) {
    int length = 0;
    int digits = pos;
    while (pos < end && bytes[pos] >= '0' && bytes[pos] <= '9') {
      if (length > end) {
        return false;
      }
      length = length * 10 + bytes[pos++] - '0';
    }
    if (pos == digits || length > end - pos) {
      return false;
    }
    elementStart = pos;
    pos += length;
    elementEnd = pos;
    return true;
  }

  private boolean hasRustEscape() {
    for (int i = elementStart; i + 1 < elementEnd; i++) {
      int c = bytes[i];
      if ((c == '.' && bytes[i + 1] == '.')
          || (c == '$' && LegacyEscape.decode(bytes, i, elementEnd) >= 0)) {
        return true;
      }
    }
    return false;
  }
}
