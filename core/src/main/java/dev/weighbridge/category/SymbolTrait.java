package dev.weighbridge.category;

import java.util.Locale;

/** What the structure of a symbol's name says besides its path. */
enum SymbolTrait {
  /** A closure or an async body, or a shim for one. */
  CLOSURE,
  /** A shim that the compiler made. */
  SHIM,
  /** A function extent without a name. */
  UNNAMED;

  private static final SymbolTrait[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in rule files: {@code closure}. */
  String key() {
    return key;
  }

  static SymbolTrait of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  static int count() {
    return BY_ORDINAL.length;
  }

  int bit() {
    return 1 << ordinal();
  }
}
