package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.text.Ascii;

/** Prints the productions <i>binder</i> and <i>dyn-trait-type</i>. */
final class TraitPrinter {
  private static final byte[] FOR = Ascii.bytes("for<");
  private static final byte[] CLOSE_FOR = Ascii.bytes("> ");
  private static final byte[] COMMA = Ascii.bytes(", ");
  private static final byte[] DYN = Ascii.bytes("dyn ");
  private static final byte[] PLUS = Ascii.bytes(" + ");
  private static final byte[] EQUALS = Ascii.bytes(" = ");

  private final V0State s;
  private final PathPrinter paths;

  TraitPrinter(V0State state, PathPrinter paths) {
    this.s = state;
    this.paths = paths;
  }

  /** Prints an optional binder, whose lifetimes stay bound until its step is done. */
  boolean enterBinder() {
    long count = s.optionalInteger62('G');
    if (!s.wasRead()) {
      return false;
    }
    if (count == 0) {
      return true;
    }
    int before = s.boundLifetimes;
    s.out.put(FOR);
    // The count may be astronomic, but the output ends it.
    for (long i = 0; i != count && !s.out.isFull(); i++) {
      if (i != 0) {
        s.out.put(COMMA);
      }
      s.boundLifetimes++;
      paths.lifetime(1);
    }
    s.out.put(CLOSE_FOR);
    s.keep(before);
    s.later(Step.LEAVE_BINDER);
    return true;
  }

  void leaveBinder() {
    s.boundLifetimes = s.kept();
  }

  /** Prints a trait object, whose tag was just taken. */
  void object() {
    s.out.put(DYN);
    s.later(Step.TRAIT_LIFETIME);
    if (enterBinder()) {
      traits(0);
    }
  }

  /** Prints the next trait of a trait object; nothing at the end of the list. */
  void traits(int printed) {
    if (s.broken || s.eat('E')) {
      return;
    }
    if (printed != 0) {
      s.out.put(PLUS);
    }
    s.later(Step.TRAITS, 1);
    s.later(Step.BINDINGS);
    trait();
  }

  /** Prints the path of a trait without the end of its angle brackets. */
  void trait() {
    s.isAngleOpen = false;
    if (s.eat('B')) {
      s.follow(Step.TRAIT, 0);
    } else if (s.eat('I')) {
      s.later(Step.TRAIT_ARGUMENTS);
      s.later(Step.PATH);
    } else {
      s.later(Step.TRAIT_DONE);
      s.later(Step.PATH);
    }
  }

  /** Trait objects may have been printed inside the path. */
  void traitDone() {
    s.isAngleOpen = false;
  }

  /**
   * Prints the next dyn-trait-assoc-binding, or the end of the trait.
   *
   * @param printed 0 before the first, 1 after it
   */
  void bindings(int printed) {
    boolean isOpen = printed != 0 || s.isAngleOpen;
    if (!s.eat('p')) {
      if (isOpen) {
        s.out.put('>');
      }
      return;
    }
    if (isOpen) {
      s.out.put(COMMA);
    } else {
      s.out.put('<');
    }
    s.identifier();
    if (!s.wasRead()) {
      return;
    }
    s.printIdentifier();
    s.out.put(EQUALS);
    s.later(Step.BINDINGS, 1);
    s.later(s.eat('K') ? Step.CONST : Step.TYPE);
  }

  void traitLifetime() {
    if (!s.eat('L')) {
      s.invalid();
      return;
    }
    long index = s.integer62();
    if (s.wasRead() && index != 0) {
      s.out.put(PLUS);
      paths.lifetime(index);
    }
  }
}
