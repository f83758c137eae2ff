package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.CrateMention;

/**
 * Reads the tokens of a v0 name: numbers, identifiers and hexadecimal digits.
 *
 * <p>A token that breaks its rule sets {@link #broken} and leaves the position where it is; there
 * are no exceptions, because most symbols of a C program come by here once. Clause names are those
 * of the chapter "v0 Symbol Format" of the rustc book.
 */
class V0Cursor {
  /** Deepest nesting of productions that is followed, the figure of the reference crate. */
  static final int MAX_DEPTH = 500;

  /**
   * Bytes that may be read again through back references. Real names need some thousands; only a
   * name made for it comes near, and its output would reach the limit of the reference demangler
   * long before, which has no such bound.
   */
  static final int MAX_REPEATED = 16_000_000;

  /** Greatest number that can be multiplied by 62 without leaving 64 bits. */
  private static final long MAX_BEFORE_TIMES_62 = Long.divideUnsigned(-1L, 62);

  byte[] bytes;

  /** First byte after the prefix; back references count from here. */
  int origin;

  /** Next byte to read. */
  int pos;

  /** First byte after the name. */
  int end;

  /** Whether a token or production was not what the grammar asks for. */
  boolean broken;

  /** Range of the identifier last read: of its ASCII part if it is Punycode. */
  int identStart;

  int identEnd;

  /** Range of the Punycode part of the identifier last read; empty if it has none. */
  int punycodeStart;

  int punycodeEnd;

  V0Cursor() {
    bytes = new byte[0];
  }

  /** Goes to the first byte after the prefix. */
  final void start(byte[] newBytes, int newOrigin, int newEnd) {
    bytes = newBytes;
    origin = newOrigin;
    pos = newOrigin;
    end = newEnd;
    broken = false;
  }

  /** Takes the next byte; -1 at the end. */
  final int next() {
    return pos < end ? bytes[pos++] : -1;
  }

  /** Takes the next byte if it is the wanted one and nothing is broken. */
  final boolean eat(int wanted) {
    if (pos < end && bytes[pos] == wanted && !broken) {
      pos++;
      return true;
    }
    return false;
  }

  /** Reads a base-62-number: {@code _} is 0, digits stand for their value plus 1. */
  final long integer62() {
    long value = 0;
    int first = pos;
    while (pos < end) {
      int c = bytes[pos++];
      if (c == '_') {
        if (pos - first > 1 && ++value == 0) {
          break;
        }
        return value;
      }
      int digit = digit62(c);
      if (digit < 0 || Long.compareUnsigned(value, MAX_BEFORE_TIMES_62) > 0) {
        break;
      }
      long shifted = value * 62;
      value = shifted + digit;
      if (Long.compareUnsigned(value, shifted) < 0) {
        break;
      }
    }
    broken = true;
    return 0;
  }

  private static int digit62(int c) {
    if (c >= 'a') {
      return c <= 'z' ? c - 'a' + 10 : -1;
    }
    if (c >= 'A') {
      return c <= 'Z' ? c - 'A' + 36 : -1;
    }
    return c >= '0' && c <= '9' ? c - '0' : -1;
  }

  /** Reads an optional number behind a tag: absent is 0, {@code tag _} is 1, and so on. */
  final long optionalInteger62(int tag) {
    if (pos >= end || bytes[pos] != tag) {
      return 0;
    }
    pos++;
    long value = integer62() + 1;
    if (value == 0) {
      broken = true;
    }
    return value;
  }

  /** Reads an optional disambiguator; 0 if it is absent. */
  final long disambiguator() {
    return optionalInteger62('s');
  }

  /** Reads an undisambiguated-identifier into the identifier fields. */
  final void identifier() {
    boolean punycode = pos < end && bytes[pos] == 'u';
    if (punycode) {
      pos++;
    }
    int length = decimal();
    if (broken) {
      return;
    }
    if (pos < end && bytes[pos] == '_') {
      pos++;
    }
    if (length > end - pos) {
      broken = true;
      return;
    }
    identStart = pos;
    pos += length;
    identEnd = pos;
    punycodeStart = pos;
    punycodeEnd = pos;
    if (punycode) {
      splitPunycode();
    }
  }

  /** Reads a decimal-number; a leading zero ends it, so that {@code 00} are two of them. */
  private int decimal() {
    int c = pos < end ? bytes[pos] : -1;
    if (c < '0' || c > '9') {
      broken = true;
      return 0;
    }
    pos++;
    int value = c - '0';
    while (value != 0 && pos < end && bytes[pos] >= '0' && bytes[pos] <= '9') {
      if (value > (Integer.MAX_VALUE - 9) / 10) {
        broken = true;
        return 0;
      }
      value = value * 10 + bytes[pos++] - '0';
    }
    return value;
  }

  /** The last {@code _} stands between the ASCII part and the Punycode digits. */
  private void splitPunycode() {
    int separator = identEnd - 1;
    while (separator >= identStart && bytes[separator] != '_') {
      separator--;
    }
    punycodeStart = separator + 1;
    identEnd = Math.max(separator, identStart);
    if (punycodeStart == punycodeEnd) {
      broken = true;
    }
  }

  /** Takes the identifier last read for the name of a crate. */
  final void moveTo(CrateMention crate, long disambiguator) {
    crate.set(bytes, identStart, identEnd, punycodeStart, punycodeEnd, disambiguator);
  }

  final boolean isIdentifierEmpty() {
    return identStart == identEnd && punycodeStart == punycodeEnd;
  }

  /** Goes past hexadecimal digits and their closing {@code _}; answers where the digits start. */
  final int hexDigits() {
    int from = pos;
    while (pos < end) {
      int c = bytes[pos++];
      if (c == '_') {
        return from;
      }
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        break;
      }
    }
    broken = true;
    return from;
  }

  /**
   * Reads the number of a back reference, whose tag was just taken.
   *
   * @return where it leads; always before the tag
   */
  final int backReference() {
    int tag = pos - 1 - origin;
    long target = integer62();
    if (Long.compareUnsigned(target, tag) >= 0) {
      broken = true;
    }
    return broken ? pos : origin + (int) target;
  }

  /** Whether a letter is the tag of a basic-type. */
  static boolean isBasicType(int tag) {
    return tag >= 'a' && tag <= 'z' && BasicTypes.NAMES[tag - 'a'].length > 0;
  }
}
