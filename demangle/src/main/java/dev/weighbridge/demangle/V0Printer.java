package dev.weighbridge.demangle;

import java.util.ArrayList;
import java.util.List;

/**
 * Prints v0 names: reads and writes at once, and takes back what it wrote if the name turns out not
 * to be v0.
 *
 * <p>The text is that of the reference crate rustc-demangle 0.1.27, also where a back reference
 * leads to nonsense: there it prints {@code {invalid syntax}} and goes on behind the reference.
 */
final class V0Printer {
  private final V0State s = new V0State();
  private final Identifier identifiers = new Identifier();
  private final PathPrinter paths = new PathPrinter(s, identifiers);
  private final TraitPrinter traits = new TraitPrinter(s, paths, identifiers);
  private final TypePrinter types = new TypePrinter(s, paths, traits);
  private final ConstPrinter consts = new ConstPrinter(s, identifiers);

  /**
   * Prints a name.
   *
   * @param bytes holds the name
   * @param origin first byte after the prefix
   * @param end first byte after the name
   * @param verbose whether to print disambiguators and types of numbers
   * @return where the suffix starts; -1 if the name is not v0, and then nothing is printed
   */
  int print(byte[] bytes, int origin, int end, boolean verbose, TextBuffer out) {
    int before = out.length();
    s.start(bytes, origin, end, out, verbose);
    out.limit();
    s.later(Step.PATH, 1);
    while (s.hasMore()) {
      step(s.take());
    }
    int suffix = out.isFull() || s.broken ? wholeSymbol() : afterInstantiatingCrate();
    out.unlimit();
    if (suffix < 0) {
      out.truncate(before);
    }
    return suffix;
  }

  /**
   * Lists the crates mentioned in a part of a name that is known to be v0.
   *
   * @param step what the part is
   * @param at where it starts
   * @return in the order of the text, each once
   */
  List<CrateName> crates(int step, int at, byte[] bytes, int origin, int end) {
    TextBuffer scratch = new TextBuffer();
    List<CrateName> found = new ArrayList<>();
    s.start(bytes, origin, end, scratch, false);
    s.startInside(at, found);
    scratch.limit();
    s.later(step);
    while (s.hasMore()) {
      step(s.take());
    }
    return found;
  }

  /** Printing ended early, so the rest has to be checked. */
  private int wholeSymbol() {
    return s.refused ? -1 : s.symbolEnd();
  }

  /** Paths always start with an upper-case letter, suffixes never do. */
  private int afterInstantiatingCrate() {
    if (s.pos < s.end && Ascii.isUpper(s.bytes[s.pos])) {
      s.depth = 0;
      s.skipPath();
    }
    return s.broken ? -1 : s.pos;
  }

  private void step(int word) {
    int argument = V0State.argument(word);
    switch (word & 0xff) {
      case Step.PATH -> paths.path(argument);
      case Step.NESTED -> paths.nested(argument);
      case Step.OPEN_ARGUMENTS -> paths.openArguments(argument);
      case Step.ARGUMENTS -> paths.arguments(argument);
      case Step.AFTER_SELF -> paths.afterSelf(argument);
      case Step.CLOSE_ANGLE -> s.out.put('>');
      case Step.TYPE -> types.type();
      case Step.CLOSE_SQUARE -> s.out.put(']');
      case Step.ARRAY_LENGTH -> types.arrayLength();
      case Step.TUPLE -> types.tuple(argument);
      case Step.PARAMETERS -> types.parameters(argument);
      case Step.LEAVE_BINDER -> traits.leaveBinder();
      case Step.PATTERN -> types.pattern();
      case Step.RANGE_END -> types.rangeEnd();
      case Step.PATTERNS -> types.patterns();
      case Step.IS_PATTERN -> types.isPattern();
      case Step.TRAITS -> traits.traits(argument);
      case Step.TRAIT -> traits.trait();
      case Step.TRAIT_ARGUMENTS -> paths.traitArguments(argument);
      case Step.TRAIT_DONE -> traits.traitDone();
      case Step.BINDINGS -> traits.bindings(argument);
      case Step.TRAIT_LIFETIME -> traits.traitLifetime();
      case Step.CONST -> consts.constant(argument);
      case Step.ELEMENTS -> consts.elements(argument);
      case Step.ADT_BODY -> consts.adtBody(argument);
      case Step.FIELDS -> consts.fields(argument);
      case Step.CLOSE_BRACE -> s.out.put('}');
      default -> s.comeBack();
    }
  }
}
