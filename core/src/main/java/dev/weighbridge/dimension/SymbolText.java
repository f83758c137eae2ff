package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Owners;

/** The text of an owner for people. Names stay bytes until they come here. */
public final class SymbolText {
  private SymbolText() {}

  /** The readable name of a symbol, or the label of anything else. */
  public static String of(Owners owners, int owner) {
    return owners.text(owner);
  }
}
