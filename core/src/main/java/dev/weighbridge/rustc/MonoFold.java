package dev.weighbridge.rustc;

import java.util.Locale;

/** Which items are counted as one. */
public enum MonoFold {
  /** All that a generic item was made into, whatever the type arguments. */
  GENERIC,
  /** None: each has a row. */
  ITEM,
  /** All that a codegen unit holds. */
  UNIT,
  /** All that a crate asked for. */
  CRATE;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used on the command line and in machine output: {@code generic}. */
  public String key() {
    return key;
  }
}
