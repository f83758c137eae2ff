package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.text.Ascii;

/** Prints the productions <i>path</i>, <i>generic-arg</i> and <i>lifetime</i>. */
final class PathPrinter {
  private static final byte[] OPEN_SPECIAL = Ascii.bytes("::{");
  private static final byte[] CLOSURE = Ascii.bytes("closure");
  private static final byte[] SHIM = Ascii.bytes("shim");
  private static final byte[] AS = Ascii.bytes(" as ");
  private static final byte[] COMMA = Ascii.bytes(", ");
  private static final int LETTERS = 26;

  private final V0State s;

  PathPrinter(V0State state) {
    this.s = state;
  }

  /** Goes down to the root of a path; what follows the root is printed on the way back. */
  void path(int inValue) {
    while (s.enter()) {
      int tag = s.next();
      switch (tag) {
        case 'N' -> {
          int namespace = s.next();
          if (!Ascii.isLower(namespace) && !Ascii.isUpper(namespace)) {
            s.invalid();
            return;
          }
          s.later(Step.NESTED, namespace);
        }
        case 'I' -> s.later(Step.OPEN_ARGUMENTS, inValue);
        default -> {
          root(tag, inValue);
          return;
        }
      }
    }
  }

  private void root(int tag, int inValue) {
    switch (tag) {
      case 'C' -> crateRoot(true);
      case 'M', 'X' -> {
        s.disambiguator();
        if (s.wasRead()) {
          s.skipPath();
          openSelf(tag);
        }
      }
      case 'Y' -> openSelf(tag);
      case 'B' -> s.follow(Step.PATH, inValue);
      default -> s.invalid();
    }
  }

  /** Prints a basic type without a letter, such as {@code C3f16}, whose tag was just taken. */
  void unscopedType() {
    if (s.enter()) {
      crateRoot(false);
    }
  }

  private void crateRoot(boolean isCrate) {
    long disambiguator = s.disambiguator();
    if (!s.wasRead()) {
      return;
    }
    s.identifier();
    if (!s.wasRead()) {
      return;
    }
    if (isCrate) {
      s.noteCrate(disambiguator);
    }
    s.printIdentifier();
    if (s.verbose && disambiguator != 0) {
      s.out.put('[');
      s.out.putHex(disambiguator);
      s.out.put(']');
    }
  }

  private void openSelf(int tag) {
    s.out.put('<');
    s.later(Step.AFTER_SELF, tag);
    s.later(Step.TYPE);
  }

  void afterSelf(int tag) {
    if (tag == 'M') {
      s.out.put('>');
    } else {
      s.out.put(AS);
      s.later(Step.CLOSE_ANGLE);
      s.later(Step.PATH);
    }
  }

  /** Prints the identifier of a nested-path, whose parent has been printed. */
  void nested(int namespace) {
    if (s.broken) {
      s.out.putSeparator();
      s.out.put('?');
      return;
    }
    long disambiguator = s.disambiguator();
    if (!s.wasRead()) {
      return;
    }
    s.identifier();
    if (!s.wasRead()) {
      return;
    }
    if (Ascii.isUpper(namespace)) {
      special(namespace, disambiguator);
    } else if (!s.isIdentifierEmpty()) {
      s.out.putSeparator();
      s.printIdentifier();
    }
  }

  /** Upper-case namespaces hold what has no name in the source. */
  private void special(int namespace, long disambiguator) {
    s.out.put(OPEN_SPECIAL);
    switch (namespace) {
      case 'C' -> s.out.put(CLOSURE);
      case 'S' -> s.out.put(SHIM);
      default -> s.out.put(namespace);
    }
    if (!s.isIdentifierEmpty()) {
      s.out.put(':');
      s.printIdentifier();
    }
    s.out.put('#');
    s.out.putDecimal(disambiguator);
    s.out.put('}');
  }

  void openArguments(int inValue) {
    if (inValue != 0) {
      s.out.putSeparator();
    }
    s.out.put('<');
    arguments(0);
  }

  /** Prints one generic-arg, or the end of their list. */
  void arguments(int printed) {
    if (nextArgument(printed, Step.ARGUMENTS)) {
      return;
    }
    s.out.put('>');
  }

  /**
   * Prints the generic-args of a trait object's trait, whose angle brackets stay open for its
   * associated types.
   *
   * @param printed 0 before the first, 1 after it
   */
  void traitArguments(int printed) {
    if (printed == 0) {
      s.out.put('<');
    }
    s.isAngleOpen = !nextArgument(printed, Step.TRAIT_ARGUMENTS);
  }

  /** False at the end of the list. */
  private boolean nextArgument(int printed, int step) {
    int count = printed;
    while (!s.broken && !s.eat('E')) {
      if (count != 0) {
        s.out.put(COMMA);
      }
      count = 1;
      if (!s.printBasicType()) {
        s.later(step, 1);
        argument();
        return true;
      }
    }
    return false;
  }

  private void argument() {
    if (s.eat('L')) {
      long index = s.integer62();
      if (s.wasRead()) {
        lifetime(index);
      }
    } else if (s.eat('K')) {
      s.later(Step.CONST);
    } else {
      s.later(Step.TYPE);
    }
  }

  /** Index 0 is an erased lifetime; the others count the binders around it from the inside. */
  void lifetime(long index) {
    s.out.put('\'');
    long level = s.boundLifetimes - index;
    if (index == 0) {
      s.out.put('_');
    } else if (Long.compareUnsigned(index, s.boundLifetimes) > 0) {
      s.unboundLifetime();
    } else if (level < LETTERS) {
      s.out.put((int) ('a' + level));
    } else {
      s.out.put('_');
      s.out.putDecimal(level);
    }
  }
}
