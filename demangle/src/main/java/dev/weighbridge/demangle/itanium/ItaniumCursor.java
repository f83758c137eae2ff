package dev.weighbridge.demangle.itanium;

import dev.weighbridge.demangle.text.Ascii;

/**
 * Reads the tokens of an Itanium C++ name: numbers, source names and single letters.
 *
 * <p>A token that breaks its rule sets {@link #broken}; there are no exceptions, because every
 * symbol of a file comes by here. Clauses are those of the Itanium C++ ABI, chapter 5.1.
 */
class ItaniumCursor {
  byte[] bytes = new byte[0];

  /** Next byte to read. */
  int pos;

  /** First byte after the name. */
  int end;

  /** Whether something was not what the grammar asks for. */
  boolean broken;

  /** The next byte without taking it; 0 at the end and behind anything broken. */
  final int peek() {
    return pos < end && !broken ? bytes[pos] : 0;
  }

  /** The byte at a distance from the next one; 0 behind the end. */
  final int peek(int distance) {
    return pos + distance < end && !broken ? bytes[pos + distance] : 0;
  }

  /** Takes the next byte if it is the wanted one. */
  final boolean eat(int wanted) {
    if (peek() == wanted) {
      pos++;
      return true;
    }
    return false;
  }

  /** Takes the next two bytes if they are the wanted ones. */
  final boolean eat(int first, int second) {
    if (peek() == first && peek(1) == second) {
      pos += 2;
      return true;
    }
    return false;
  }

  /** Takes the next byte, which has to be the wanted one. */
  final void expect(int wanted) {
    if (!eat(wanted)) {
      broken = true;
    }
  }

  final boolean isDigit() {
    return Ascii.isDigit(peek());
  }

  /** Reads a number without a sign; it has to have a digit. */
  final int number() {
    if (!isDigit()) {
      broken = true;
      return 0;
    }
    int value = 0;
    while (isDigit()) {
      if (value > (Integer.MAX_VALUE - 9) / 10) {
        broken = true;
        return 0;
      }
      value = value * 10 + bytes[pos++] - '0';
    }
    return value;
  }

  /** Goes past a number (5.1.2) with an optional sign. */
  final void skipSignedNumber() {
    eat('n');
    number();
  }

  /** Reads an optional number and its {@code _}: absent is 0, {@code 0} is 1 and so on. */
  final int indexNumber() {
    int value = isDigit() ? number() + 1 : 0;
    expect('_');
    return value;
  }

  /** Reads a seq-id (5.1.10) and its {@code _}: absent is 0, {@code 0} is 1, in base 36. */
  final int sequenceNumber() {
    int value = 0;
    boolean hasDigit = false;
    while (!eat('_')) {
      int c = peek();
      boolean isUpper = c >= 'A' && c <= 'Z';
      if ((!Ascii.isDigit(c) && !isUpper) || value > (Integer.MAX_VALUE - 36) / 36) {
        broken = true;
        return 0;
      }
      value = value * 36 + (isUpper ? c - 'A' + 10 : c - '0');
      hasDigit = true;
      pos++;
    }
    return hasDigit ? value + 1 : 0;
  }
}
