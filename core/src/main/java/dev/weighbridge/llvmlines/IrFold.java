package dev.weighbridge.llvmlines;

import java.util.Locale;

/** Which functions are counted as one. */
public enum IrFold {
  /** All copies of a generic item, whatever their type arguments. */
  GENERIC,
  /** Functions of one readable name, as {@code cargo llvm-lines} does. */
  SYMBOL;

  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used on the command line and in machine output: {@code generic}. */
  public String key() {
    return key;
  }
}
