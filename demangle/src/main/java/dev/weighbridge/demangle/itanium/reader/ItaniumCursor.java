package dev.weighbridge.demangle.itanium.reader;

import dev.weighbridge.demangle.itanium.tree.ItaniumNodes;
import dev.weighbridge.demangle.text.Ascii;

/**
 * Reads the tokens of an Itanium C++ name, numbers and single letters, and bounds the nesting of
 * its productions.
 *
 * <p>A token that breaks its rule sets {@link #broken}; there are no exceptions, because every
 * symbol of a file comes by here. Clauses are those of the Itanium C++ ABI, chapter 5.1.
 */
public final class ItaniumCursor {
  /**
   * Productions that are followed for each byte of a name, and for any name. One byte never needs
   * more than one; only looking ahead reads bytes again.
   */
  private static final int STEPS_PER_BYTE = 8;

  private static final int MIN_STEPS = 20_000;

  byte[] bytes = new byte[0];

  /** Next byte to read. */
  int pos;

  /** First byte after the name. */
  int end;

  /** Whether something was not what the grammar asks for. */
  boolean broken;

  private int depth;
  private int stepsLeft;

  void begin(byte[] newBytes, int from, int to) {
    bytes = newBytes;
    pos = from;
    end = to;
    broken = false;
    depth = 0;
    stepsLeft = MIN_STEPS + STEPS_PER_BYTE * (to - from);
  }

  /** Goes into a production; the name is refused if that is too deep. */
  boolean enter() {
    if (++depth > ItaniumNodes.MAX_DEPTH || --stepsLeft < 0) {
      broken = true;
    }
    return !broken;
  }

  /** Leaves a production and passes its node on. */
  int leave(int node) {
    depth--;
    return node;
  }

  /** Refuses the name. */
  int fail() {
    broken = true;
    return ItaniumNodes.NONE;
  }

  /** The next byte without taking it; 0 at the end and behind anything broken. */
  int peek() {
    return pos < end && !broken ? bytes[pos] : 0;
  }

  /** The byte at a distance from the next one; 0 behind the end. */
  int peek(int distance) {
    return pos + distance < end && !broken ? bytes[pos + distance] : 0;
  }

  /** Takes the next byte if it is the wanted one. */
  boolean eat(int wanted) {
    if (peek() == wanted) {
      pos++;
      return true;
    }
    return false;
  }

  /** Takes the next two bytes if they are the wanted ones. */
  boolean eat(int first, int second) {
    if (peek() == first && peek(1) == second) {
      pos += 2;
      return true;
    }
    return false;
  }

  /** Takes the next byte, which has to be the wanted one. */
  void expect(int wanted) {
    if (!eat(wanted)) {
      broken = true;
    }
  }

  boolean isDigit() {
    return Ascii.isDigit(peek());
  }

  /** Reads a number without a sign; it has to have a digit. */
  int number() {
    if (!isDigit()) {
      broken = true;
      return 0;
    }
    int value = 0;
    int at = pos;
    while (at < end && Ascii.isDigit(bytes[at])) {
      if (value > (Integer.MAX_VALUE - 9) / 10) {
        broken = true;
        return 0;
      }
      value = value * 10 + bytes[at++] - '0';
    }
    pos = at;
    return value;
  }

  /** Goes past a number (5.1.2) with an optional sign. */
  void skipSignedNumber() {
    eat('n');
    number();
  }

  /** Reads an optional number and its {@code _}: absent is 0, {@code 0} is 1 and so on. */
  int indexNumber() {
    int value = isDigit() ? number() + 1 : 0;
    expect('_');
    return value;
  }

  /** Reads a seq-id (5.1.10) and its {@code _}: absent is 0, {@code 0} is 1, in base 36. */
  int sequenceNumber() {
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
