package dev.weighbridge.demangle.v0;

import dev.weighbridge.demangle.rust.CrateMention;
import dev.weighbridge.demangle.text.Ascii;
import dev.weighbridge.demangle.text.Utf8Buffer;
import java.util.function.Consumer;

/**
 * Prints v0 names: reads and writes at once, and takes back what it wrote if the name turns out not
 * to be v0.
 *
 * <p>The text is that of the reference crate rustc-demangle 0.1.27, also where a back reference
 * leads to nonsense: there it prints {@code {invalid syntax}} and goes on behind the reference.
 */
public final class V0Printer {
  private final V0State s = new V0State();
  private final PathPrinter paths = new PathPrinter(s);
  private final TraitPrinter traits = new TraitPrinter(s, paths);
  private final TypePrinter types = new TypePrinter(s, paths, traits);
  private final ConstPrinter consts = new ConstPrinter(s);

  /**
   * Prints a name.
   *
   * @param bytes holds the name
   * @param origin first byte after the prefix
   * @param end first byte after the name
   * @param verbose whether to print disambiguators and types of numbers
   * @return where the suffix starts; -1 if the name is not v0, and then nothing is printed
   */
  public int print(byte[] bytes, int origin, int end, boolean verbose, Utf8Buffer out) {
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
   * Tells the crates in the Self type of a path's impl or trait, in the order of the text, of some
   * more than once.
   */
  public void tellCratesOfType(V0PathReader path, Consumer<CrateMention> crates) {
    tellCrates(Step.TYPE, path.selfTypeAt(), path, crates);
  }

  /** Tells the crates in the path of that trait, its own first. */
  public void tellCratesOfTrait(V0PathReader path, Consumer<CrateMention> crates) {
    tellCrates(Step.PATH, path.traitAt(), path, crates);
  }

  /** Tells the crates in the generic-args nearest to the item. */
  public void tellCratesOfArguments(V0PathReader path, Consumer<CrateMention> crates) {
    tellCrates(Step.ARGUMENTS, path.argumentsAt(), path, crates);
  }

  private void tellCrates(int step, int at, V0PathReader path, Consumer<CrateMention> crates) {
    if (at < 0) {
      return;
    }
    Utf8Buffer scratch = new Utf8Buffer();
    s.start(path.bytes, path.origin, path.end, scratch, false);
    s.startInside(at, crates);
    scratch.limit();
    s.later(step);
    while (s.hasMore()) {
      step(s.take());
    }
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
