package dev.weighbridge.demangle.swift.tree;

/** Where in a name the reader is. What ends too soon is refused. */
public final class SwiftCursor {
  private final String text;
  private int at;

  /** At the begin of a text. */
  public SwiftCursor(String text) {
    this.text = text;
  }

  /** Whether nothing is left. */
  public boolean isAtEnd() {
    return at == text.length();
  }

  /** The next character, 0 at the end. */
  public char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  /** Takes the next character. */
  public char next() {
    if (isAtEnd()) {
      throw new SwiftRefusal();
    }
    return text.charAt(at++);
  }

  /** Takes a character if it is the next one. */
  public boolean nextIf(char wanted) {
    boolean isNext = peek() == wanted && !isAtEnd();
    at += isNext ? 1 : 0;
    return isNext;
  }

  /** Takes a text if it is the next one. */
  public boolean nextIf(String wanted) {
    boolean isNext = text.startsWith(wanted, at);
    at += isNext ? wanted.length() : 0;
    return isNext;
  }

  /** Takes a character, which must be the next one. */
  public void require(char wanted) {
    if (!nextIf(wanted)) {
      throw new SwiftRefusal();
    }
  }

  /** Gives the last character back. */
  public void back() {
    at--;
  }

  /** How many characters were taken. */
  public int position() {
    return at;
  }

  /** Goes back to an earlier place. */
  public void returnTo(int position) {
    at = position;
  }

  /** Whether the next character is a digit. */
  public boolean isAtDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  /** Takes a number in decimal; -1 if there is none. */
  public int natural() {
    if (!isAtDigit()) {
      return -1;
    }
    long value = 0;
    while (isAtDigit()) {
      value = 10 * value + next() - '0';
      if (value > Integer.MAX_VALUE) {
        throw new SwiftRefusal();
      }
    }
    return (int) value;
  }

  /** Takes an <i>index</i>: {@code _} is 0, {@code 0_} is 1. */
  public int index() {
    if (nextIf('_')) {
      return 0;
    }
    int number = natural();
    if (number < 0 || number == Integer.MAX_VALUE) {
      throw new SwiftRefusal();
    }
    require('_');
    return number + 1;
  }

  /** Takes so many characters. */
  public String take(int count) {
    if (count < 0 || count > text.length() - at) {
      throw new SwiftRefusal();
    }
    at += count;
    return text.substring(at - count, at);
  }

  /** Takes all that is left. */
  public String rest() {
    return take(text.length() - at);
  }
}
