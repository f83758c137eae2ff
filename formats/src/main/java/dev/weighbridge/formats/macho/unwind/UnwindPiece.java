package dev.weighbridge.formats.macho.unwind;

/** What bytes of {@code __unwind_info} are. */
public enum UnwindPiece {
  /** The header. */
  HEADER,
  /** Encodings that all pages share. */
  COMMON_ENCODINGS,
  /** Where the pointers to personality functions are. */
  PERSONALITIES,
  /** A row of the index of pages. */
  INDEX,
  /** A row that leads from a function to its exception table. */
  LANGUAGE_DATA,
  /** The header of a page. */
  PAGE_HEADER,
  /** The encodings of a page. */
  PAGE_ENCODINGS,
  /** An entry of a page. */
  ENTRY;

  private static final UnwindPiece[] BY_ORDINAL = values();

  static UnwindPiece of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
