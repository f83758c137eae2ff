package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.HexLiteral;
import dev.weighbridge.demangle.text.Ascii;

/** Prints the production <i>const</i>, with the forms for structured values. */
final class ConstPrinter {
  /** The lists of values, the argument of {@link Step#ELEMENTS} beside the number printed. */
  private static final int ARRAY = 0;

  private static final int TUPLE = 4;
  private static final int ADT_FIELDS = 8;
  private static final int COUNT = 3;

  private static final byte[] FALSE = Ascii.bytes("false");
  private static final byte[] TRUE = Ascii.bytes("true");
  private static final byte[] HEX = Ascii.bytes("0x");
  private static final byte[] MUT = Ascii.bytes("mut ");
  private static final byte[] COMMA = Ascii.bytes(", ");
  private static final byte[] COLON = Ascii.bytes(": ");
  private static final byte[] OPEN_FIELDS = Ascii.bytes(" { ");
  private static final byte[] CLOSE_FIELDS = Ascii.bytes(" }");

  private final V0State s;

  ConstPrinter(V0State state) {
    this.s = state;
  }

  /**
   * Prints a constant.
   *
   * @param inValue 1 inside an expression; otherwise all but literals go into braces
   */
  void constant(int inValue) {
    if (!s.canRead()) {
      return;
    }
    int tag = s.next();
    if (tag < 0) {
      s.invalid();
      return;
    }
    if (!s.deepen()) {
      return;
    }
    switch (tag) {
      case 'p' -> s.out.put('_');
      case 'h', 't', 'm', 'y', 'o', 'j' -> number(tag);
      case 'a', 's', 'l', 'x', 'n', 'i' -> {
        if (s.eat('n')) {
          s.out.put('-');
        }
        number(tag);
      }
      case 'b' -> bool();
      case 'c' -> character();
      case 'B' -> s.follow(Step.CONST, inValue);
      default -> expression(tag, inValue);
    }
  }

  private void expression(int tag, int inValue) {
    switch (tag) {
      case 'e' -> {
        openBrace(inValue);
        s.out.put('*');
        string();
      }
      case 'R', 'Q' -> reference(tag, inValue);
      case 'A' -> {
        openBrace(inValue);
        s.out.put('[');
        s.later(Step.ELEMENTS, ARRAY);
      }
      case 'T' -> {
        openBrace(inValue);
        s.out.put('(');
        s.later(Step.ELEMENTS, TUPLE);
      }
      case 'V' -> {
        if (inValue == 0) {
          s.out.put('{');
        }
        s.later(Step.ADT_BODY, inValue);
        s.later(Step.PATH, 1);
      }
      default -> s.invalid();
    }
  }

  private void openBrace(int inValue) {
    if (inValue == 0) {
      s.out.put('{');
      s.later(Step.CLOSE_BRACE);
    }
  }

  private void number(int tag) {
    int from = s.hexDigits();
    if (!s.wasRead()) {
      return;
    }
    int to = s.pos - 1;
    if (HexLiteral.isShort(s.bytes, from, to)) {
      s.out.putDecimal(HexLiteral.value(s.bytes, from, to));
    } else {
      s.out.put(HEX);
      s.out.put(s.bytes, from, to - from);
    }
    if (s.verbose) {
      s.out.put(BasicTypes.NAMES[tag - 'a']);
    }
  }

  private void bool() {
    if (readLiteral('b')) {
      s.out.put(HexLiteral.value(s.bytes, s.identStart, s.identEnd) == 0 ? FALSE : TRUE);
    }
  }

  private void character() {
    if (readLiteral('c')) {
      s.out.put('\'');
      int c = (int) HexLiteral.value(s.bytes, s.identStart, s.identEnd);
      CharacterLiteral.print(c, '\'', s.out);
      s.out.put('\'');
    }
  }

  private void string() {
    if (!readLiteral('e')) {
      return;
    }
    s.out.put('"');
    int at = s.identStart;
    while (at < s.identEnd) {
      int c = HexLiteral.codePoint(s.bytes, at, s.identEnd);
      CharacterLiteral.print(c, '"', s.out);
      at += 2 * HexLiteral.utf8Length(c);
    }
    s.out.put('"');
  }

  /** Reads digits into the identifier range; false after reporting that they mean nothing. */
  private boolean readLiteral(int tag) {
    int from = s.hexDigits();
    if (!s.wasRead()) {
      return false;
    }
    s.identStart = from;
    s.identEnd = s.pos - 1;
    if (HexLiteral.isValid(tag, s.bytes, from, s.identEnd)) {
      return true;
    }
    s.invalid();
    return false;
  }

  /** A reference to a string prints as the literal itself, without {@code &*}. */
  private void reference(int tag, int inValue) {
    if (tag == 'R' && s.eat('e')) {
      string();
      return;
    }
    openBrace(inValue);
    s.out.put('&');
    if (tag == 'Q') {
      s.out.put(MUT);
    }
    s.later(Step.CONST, 1);
  }

  /**
   * Prints the next value of a list, or its end.
   *
   * @param state which list, and in its lowest two bits how many values have been printed
   */
  void elements(int state) {
    int printed = state & COUNT;
    int list = state - printed;
    if (s.broken || s.eat('E')) {
      if (list == TUPLE && printed == 1) {
        s.out.put(',');
      }
      s.out.put(list == ARRAY ? ']' : ')');
      return;
    }
    if (printed > 0) {
      s.out.put(COMMA);
    }
    s.later(Step.ELEMENTS, list + Math.min(printed + 1, 2));
    s.later(Step.CONST, 1);
  }

  /** Prints the fields of a struct or of an enum's variant, whose path has been printed. */
  void adtBody(int inValue) {
    if (!s.canRead()) {
      return;
    }
    switch (s.next()) {
      case 'U' -> {
        if (inValue == 0) {
          s.out.put('}');
        }
      }
      case 'T' -> {
        s.out.put('(');
        closeBraceLater(inValue);
        s.later(Step.ELEMENTS, ADT_FIELDS);
      }
      case 'S' -> {
        s.out.put(OPEN_FIELDS);
        closeBraceLater(inValue);
        s.later(Step.FIELDS);
      }
      default -> s.invalid();
    }
  }

  private void closeBraceLater(int inValue) {
    if (inValue == 0) {
      s.later(Step.CLOSE_BRACE);
    }
  }

  /** Prints the next named field, or the end of them. */
  void fields(int printed) {
    if (s.broken || s.eat('E')) {
      s.out.put(CLOSE_FIELDS);
      return;
    }
    if (printed > 0) {
      s.out.put(COMMA);
    }
    s.later(Step.FIELDS, 1);
    s.disambiguator();
    if (!s.wasRead()) {
      return;
    }
    s.identifier();
    if (!s.wasRead()) {
      return;
    }
    s.printIdentifier();
    s.out.put(COLON);
    s.later(Step.CONST, 1);
  }
}
