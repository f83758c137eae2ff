package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.text.Ascii;

/** Prints the production <i>type</i> but for trait objects. */
final class TypePrinter {
  private static final byte[] MUT = Ascii.bytes("mut ");
  private static final byte[] CONST = Ascii.bytes("const ");
  private static final byte[] LENGTH = Ascii.bytes("; ");
  private static final byte[] COMMA = Ascii.bytes(", ");
  private static final byte[] UNSAFE = Ascii.bytes("unsafe ");
  private static final byte[] EXTERN = Ascii.bytes("extern \"");
  private static final byte[] CLOSE_EXTERN = Ascii.bytes("\" ");
  private static final byte[] FN = Ascii.bytes("fn(");
  private static final byte[] RESULT = Ascii.bytes(" -> ");
  private static final byte[] IS = Ascii.bytes(" is ");
  private static final byte[] RANGE = Ascii.bytes("..=");
  private static final byte[] OR = Ascii.bytes(" | ");
  private static final byte[] NOT_NULL = Ascii.bytes("!null");

  private final V0State s;
  private final PathPrinter paths;
  private final TraitPrinter traits;

  TypePrinter(V0State state, PathPrinter paths, TraitPrinter traits) {
    this.s = state;
    this.paths = paths;
    this.traits = traits;
  }

  /** Prints the prefixes of a type and leaves its core to later. */
  void type() {
    while (s.canRead() && !s.printBasicType()) {
      int tag = s.next();
      if (tag < 0) {
        s.invalid();
        return;
      }
      if (!s.deepen() || !prefix(tag)) {
        return;
      }
    }
  }

  /** False if no type follows at once. */
  private boolean prefix(int tag) {
    switch (tag) {
      case 'R', 'Q' -> {
        return reference(tag);
      }
      case 'P', 'O' -> {
        s.out.put('*');
        s.out.put(tag == 'P' ? CONST : MUT);
      }
      case 'S', 'A' -> {
        s.out.put('[');
        s.later(tag == 'A' ? Step.ARRAY_LENGTH : Step.CLOSE_SQUARE);
      }
      case 'W' -> s.later(Step.IS_PATTERN);
      default -> {
        compound(tag);
        return false;
      }
    }
    return true;
  }

  private boolean reference(int tag) {
    s.out.put('&');
    if (s.eat('L')) {
      long index = s.integer62();
      if (!s.wasRead()) {
        return false;
      }
      if (index != 0) {
        paths.lifetime(index);
        s.out.put(' ');
      }
    }
    if (tag == 'Q') {
      s.out.put(MUT);
    }
    return true;
  }

  private void compound(int tag) {
    switch (tag) {
      case 'T' -> {
        s.out.put('(');
        tuple(0);
      }
      case 'F' -> function();
      case 'D' -> traits.object();
      case 'B' -> s.follow(Step.TYPE, 0);
      case 'C' -> paths.unscopedType();
      default -> {
        s.pos--;
        s.later(Step.PATH);
      }
    }
  }

  void arrayLength() {
    s.out.put(LENGTH);
    s.later(Step.CLOSE_SQUARE);
    s.later(Step.CONST, 1);
  }

  /**
   * Prints the next type of a tuple, or its end.
   *
   * @param printed how many types have been printed; 2 stands for more than one
   */
  void tuple(int printed) {
    int count = printed;
    while (!s.broken && !s.eat('E')) {
      if (count > 0) {
        s.out.put(COMMA);
      }
      count = Math.min(count + 1, 2);
      if (!s.printBasicType()) {
        s.later(Step.TUPLE, count);
        s.later(Step.TYPE);
        return;
      }
    }
    if (count == 1) {
      s.out.put(',');
    }
    s.out.put(')');
  }

  private void function() {
    if (!traits.enterBinder()) {
      return;
    }
    boolean isUnsafe = s.eat('U');
    boolean hasAbi = s.eat('K');
    boolean isC = hasAbi && s.eat('C');
    if (hasAbi && !isC && !readAbi()) {
      return;
    }
    if (isUnsafe) {
      s.out.put(UNSAFE);
    }
    if (hasAbi) {
      s.out.put(EXTERN);
      if (isC) {
        s.out.put('C');
      } else {
        printAbi();
      }
      s.out.put(CLOSE_EXTERN);
    }
    s.out.put(FN);
    parameters(0);
  }

  private boolean readAbi() {
    s.identifier();
    if (s.wasRead() && (s.identStart == s.identEnd || s.punycodeStart != s.punycodeEnd)) {
      s.invalid();
    }
    return !s.broken;
  }

  /** The mangling turned each dash of the ABI's name into an underscore. */
  private void printAbi() {
    int from = s.identStart;
    for (int i = from; i < s.identEnd; i++) {
      if (s.bytes[i] == '_') {
        s.out.put(s.bytes, from, i - from);
        s.out.put('-');
        from = i + 1;
      }
    }
    s.out.put(s.bytes, from, s.identEnd - from);
  }

  /** Prints the next parameter of a function, or its result. */
  void parameters(int printed) {
    int count = printed;
    while (!s.broken && !s.eat('E')) {
      if (count > 0) {
        s.out.put(COMMA);
      }
      count = 1;
      if (!s.printBasicType()) {
        s.later(Step.PARAMETERS, 1);
        s.later(Step.TYPE);
        return;
      }
    }
    s.out.put(')');
    if (!s.eat('u')) {
      s.out.put(RESULT);
      s.later(Step.TYPE);
    }
  }

  void isPattern() {
    s.out.put(IS);
    pattern();
  }

  void pattern() {
    if (!s.canRead()) {
      return;
    }
    switch (s.next()) {
      case 'R' -> {
        s.later(Step.RANGE_END);
        s.later(Step.CONST);
      }
      case 'O' -> {
        if (s.deepen()) {
          s.later(Step.PATTERNS);
          s.later(Step.PATTERN);
        }
      }
      case 'N' -> s.out.put(NOT_NULL);
      default -> s.invalid();
    }
  }

  void rangeEnd() {
    s.out.put(RANGE);
    s.later(Step.CONST);
  }

  /** Prints the next alternative of an or-pattern, or its end. */
  void patterns() {
    if (s.eat('E')) {
      return;
    }
    if (s.broken) {
      s.invalid();
      return;
    }
    s.out.put(OR);
    s.later(Step.PATTERNS);
    s.later(Step.PATTERN);
  }
}
