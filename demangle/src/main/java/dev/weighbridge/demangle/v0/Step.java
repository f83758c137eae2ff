package dev.weighbridge.demangle.v0;

/** What a printer of v0 names still has to do: the entries of the stack of {@link V0State}. */
final class Step {
  /** Print a path; the argument is 1 where values stand, so that {@code ::<} is written. */
  static final int PATH = 0;

  static final int NESTED = 1;
  static final int OPEN_ARGUMENTS = 2;
  static final int ARGUMENTS = 3;
  static final int AFTER_SELF = 4;
  static final int CLOSE_ANGLE = 5;

  static final int TYPE = 6;
  static final int CLOSE_SQUARE = 7;
  static final int ARRAY_LENGTH = 8;
  static final int TUPLE = 9;
  static final int PARAMETERS = 10;
  static final int LEAVE_BINDER = 11;
  static final int PATTERN = 12;
  static final int RANGE_END = 13;
  static final int PATTERNS = 14;
  static final int IS_PATTERN = 15;

  static final int TRAITS = 16;
  static final int TRAIT = 17;
  static final int TRAIT_ARGUMENTS = 18;
  static final int TRAIT_DONE = 19;
  static final int BINDINGS = 20;
  static final int TRAIT_LIFETIME = 21;

  /** Print a constant; the argument is 1 inside an expression, where no braces are needed. */
  static final int CONST = 22;

  static final int ELEMENTS = 23;
  static final int ADT_BODY = 24;
  static final int FIELDS = 25;
  static final int CLOSE_BRACE = 26;

  /** Go back behind a back reference. */
  static final int RETURN = 27;

  private Step() {}
}
