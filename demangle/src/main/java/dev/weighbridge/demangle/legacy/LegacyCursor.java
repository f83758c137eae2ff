package dev.weighbridge.demangle.legacy;

import dev.weighbridge.demangle.rust.LegacyHash;

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
  private byte[] bytes = new byte[0];
  private int pos;
  private int end;
  private int elements;
  private int elementStart;
  private boolean hasHash;

  /** Goes before the first element. */
  void start(byte[] newBytes, int origin, int newEnd) {
    bytes = newBytes;
    pos = origin;
    end = newEnd;
    elements = 0;
    hasHash = false;
  }

  /** Goes to the next element; false at the end, and where the name is malformed. */
  boolean nextElement() {
    int length = 0;
    int digits = pos;
    while (pos < end && bytes[pos] >= '0' && bytes[pos] <= '9') {
      length = length * 10 + bytes[pos++] - '0';
      if (length > end) {
        return false;
      }
    }
    if (pos == digits || length >= end - pos) {
      return false;
    }
    elementStart = pos;
    pos += length;
    elements++;
    hasHash = bytes[pos] == 'E' && LegacyHash.is(bytes, elementStart, pos);
    return true;
  }

  /** First byte of the element. */
  int elementStart() {
    return elementStart;
  }

  /** First byte after the element. */
  int elementEnd() {
    return pos;
  }

  /** Whether the element is the last and the hash of the name. */
  boolean isAtHash() {
    return hasHash;
  }

  /**
   * Says, behind the last element, whether the name is Rust and not C++.
   *
   * @param hasRustEscape whether an element has an escape of legacy names
   */
  boolean isRust(boolean hasRustEscape) {
    boolean isWhole = elements > 0 && pos < end && bytes[pos] == 'E';
    return isWhole && (hasHash || hasRustEscape || elements == 1);
  }

  /** First byte after the {@code E}. */
  int suffixStart() {
    return pos + 1;
  }
}
