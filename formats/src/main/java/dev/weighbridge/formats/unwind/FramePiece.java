package dev.weighbridge.formats.unwind;

/** What a row of call frame records is. */
public enum FramePiece {
  /** A Common Information Entry. */
  CIE,
  /** A Frame Description Entry. */
  FDE,
  /** The zero length that ends the records of one input file; others may follow it. */
  TERMINATOR,
  /** Further zero words behind a terminator. */
  FILLER,
  /** Bytes that are no record: the rest of the section behind a length that cannot be true. */
  UNREADABLE;

  private static final FramePiece[] BY_ORDINAL = values();

  static FramePiece of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
