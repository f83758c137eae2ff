package dev.weighbridge.demangle.msvc;

/** A place in a name, and how much reading it may still cost. */
final class MsvcCursor {
  private static final int DEEPEST = 256;

  /** Characters of text that all parts of a name may have together, and of the name itself. */
  private static final int MOST_TEXT = 1 << 20;

  private static final int LONGEST = 1 << 16;

  private final String name;
  private int at;
  private int depth;
  private int text;

  MsvcCursor(String name) {
    this.name = name;
    if (name.length() > LONGEST) {
      throw new MsvcRefusal();
    }
  }

  int position() {
    return at;
  }

  boolean isAtEnd() {
    return at >= name.length();
  }

  String rest() {
    return name.substring(at);
  }

  /** The next character, which stays; 0 at the end. */
  char peek() {
    return peek(0);
  }

  char peek(int ahead) {
    return at + ahead < name.length() ? name.charAt(at + ahead) : 0;
  }

  char next() {
    if (isAtEnd()) {
      throw new MsvcRefusal();
    }
    return name.charAt(at++);
  }

  /** Goes back over what was taken. */
  void back(int characters) {
    at -= characters;
  }

  boolean isNext(String word) {
    return name.startsWith(word, at);
  }

  boolean take(String word) {
    boolean isThere = isNext(word);
    at += isThere ? word.length() : 0;
    return isThere;
  }

  boolean take(char word) {
    boolean isThere = peek() == word && !isAtEnd();
    at += isThere ? 1 : 0;
    return isThere;
  }

  void require(String word) {
    if (!take(word)) {
      throw new MsvcRefusal();
    }
  }

  boolean isDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  /** What stands before the next at sign, which is passed over. */
  String word() {
    int end = name.indexOf('@', at);
    if (end <= at) {
      throw new MsvcRefusal();
    }
    String word = name.substring(at, end);
    at = end + 1;
    return word;
  }

  /** A number: a digit for one more than it, or digits of base 16 from A and an at sign. */
  long number() {
    boolean isNegative = take('?');
    long value = 0;
    if (isDigit()) {
      value = next() - '0' + 1L;
    } else {
      for (int digits = 0; !take('@'); digits++) {
        char digit = next();
        if (digit < 'A' || digit > 'P' || digits == 16) {
          throw new MsvcRefusal();
        }
        value = value << 4 | (digit - 'A');
      }
    }
    return isNegative ? -value : value;
  }

  long unsigned() {
    if (peek() == '?') {
      throw new MsvcRefusal();
    }
    return number();
  }

  void enter() {
    if (++depth > DEEPEST) {
      throw new MsvcRefusal();
    }
  }

  void leave() {
    depth--;
  }

  /** A text that was made; what parts repeat others costs as often as it is written. */
  String made(String part) {
    text += part.length();
    if (text > MOST_TEXT) {
      throw new MsvcRefusal();
    }
    return part;
  }
}
