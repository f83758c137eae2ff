package dev.weighbridge.attribution;

import java.util.Locale;

/** How we know whose bytes these are, surest first. */
public enum Basis {
  /** The file says so: a symbol with a size, an unwind record, a table row, a header. */
  EXACT,
  /** The start is stated, the end is the next boundary; or the bytes look like padding. */
  INFERRED,
  /** Code or pointers that refer to the bytes say whose they are. */
  REFERENCED,
  /** Nothing finer than the section or segment around them is known. */
  RESIDUAL;

  private static final Basis[] BY_ORDINAL = values();
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in machine output: {@code exact}. */
  public String key() {
    return key;
  }

  /** The basis with this {@link #ordinal()}, without the copy that {@link #values()} makes. */
  public static Basis of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  /** How many there are. */
  public static int count() {
    return BY_ORDINAL.length;
  }
}
