package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Owners;

/**
 * The parts that linkers make of the text. GNU ld puts what compilers expect to run seldom first,
 * behind it what runs at the end and at the start of a program, then all other code (its default
 * script: {@code .text.unlikely}, {@code .text.exit}, {@code .text.startup}, {@code .text}). The
 * objects follow each other in each part anew, so what lies between functions of two parts is of
 * any object.
 */
public enum TextPart {
  /** What GCC and Clang take out of functions because it seldom runs. */
  UNLIKELY,
  /** What destroys the variables of a unit. */
  EXIT,
  /** What makes the variables of a unit. */
  STARTUP,
  /** All other code, as far as names tell. */
  REST;

  /** Whether two functions are in one part, as far as their names tell. */
  public static boolean isOne(Owners owners, int one, int other) {
    return of(owners, one) == of(owners, other);
  }

  private static TextPart of(Owners owners, int owner) {
    if (!owners.isSymbol(owner)) {
      return REST;
    }
    String name = owners.symbols(owner).name(owners.symbolRow(owner));
    if (name.contains(".cold")) {
      return UNLIKELY;
    }
    if (name.startsWith("_GLOBAL__sub_D_")) {
      return EXIT;
    }
    return name.startsWith("_GLOBAL__sub_I_") ? STARTUP : REST;
  }
}
