package dev.weighbridge.formats;

/** How far a symbol is visible, strongest first: the order in which aliases are preferred. */
public enum SymbolBinding {
  /** Visible to other files. */
  GLOBAL,
  /** Visible to other files, yields to a global of the same name. */
  WEAK,
  /** Visible in its own file only. */
  LOCAL;

  private static final SymbolBinding[] BY_ORDINAL = values();

  static SymbolBinding of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
