package dev.weighbridge.formats;

/** How a {@linkplain StructureTable structure} names the thing it is about. */
public enum Subject {
  /** It is about nothing in particular. */
  NONE,
  /** By the index of a row in the image's {@link SymbolTable}. */
  SYMBOL,
  /** By an address inside the thing. */
  ADDRESS,
  /** By a file offset inside the thing; for files whose sections have no addresses yet. */
  OFFSET;

  private static final Subject[] BY_ORDINAL = values();

  static Subject of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
