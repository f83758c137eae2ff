package dev.weighbridge.attribution;

import java.util.Locale;
import java.util.Objects;

/**
 * What tells whose a byte is: the rungs of one ladder, the surest first. A lower rung never
 * overrules a higher one.
 *
 * <p>A span has two of them, as a byte: that which <em>names</em> its owner, in the low half, and
 * that which <em>bounds</em> it, saying where it ends, in the high half. {@link Basis} follows from
 * both.
 */
public enum Evidence {
  /** The format: a header, a table row, a section whose name explains all of it. */
  FORMAT,
  /** A symbol. */
  SYMBOL,
  /** The extent of a function: an unwind record, a row of a function table. */
  EXTENT,
  /** Debug information. */
  DEBUG,
  /** A linker map. */
  MAP,
  /** An address that code forms. */
  REFERENCE,
  /** A pointer in data. */
  RELOCATION,
  /** What lies beside it: it ends where the next thing starts. */
  NEIGHBOUR,
  /** Nothing finer than the section or segment around it. */
  SECTION,
  /** What it looks like: bytes that only fill. */
  PADDING;

  private static final Evidence[] BY_ORDINAL = values();
  private static final int BOUNDS_SHIFT = 4;
  private static final int MASK = (1 << BOUNDS_SHIFT) - 1;
  private final String key = name().toLowerCase(Locale.ROOT);

  /** The word used in machine output: {@code symbol}. */
  public String key() {
    return key;
  }

  /** The evidence with this {@link #ordinal()}. */
  public static Evidence of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }

  /** How many there are; below 16. */
  public static int count() {
    return BY_ORDINAL.length;
  }

  /** Both evidences of a span in one byte, 0 to 255. */
  public static int pair(Evidence names, Evidence bounds) {
    Objects.requireNonNull(names, "names");
    Objects.requireNonNull(bounds, "bounds");
    return names.ordinal() | bounds.ordinal() << BOUNDS_SHIFT;
  }

  /** The less sure of what names and the less sure of what bounds, of two pairs. */
  static int lessSure(int pair, int other) {
    int names = Math.max(pair & MASK, other & MASK);
    int bounds = Math.max(pair >>> BOUNDS_SHIFT, other >>> BOUNDS_SHIFT);
    return names | bounds << BOUNDS_SHIFT;
  }

  /** What names the owner, of both in one byte. */
  public static Evidence names(int pair) {
    return BY_ORDINAL[pair & MASK];
  }

  /** What bounds the span, of both in one byte. */
  public static Evidence bounds(int pair) {
    return BY_ORDINAL[pair >>> BOUNDS_SHIFT & MASK];
  }
}
