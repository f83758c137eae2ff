package dev.weighbridge.formats.macho.fixups;

/** What bytes of the fixup tables are. */
public enum FixupPiece {
  /** Opcodes for pointers into this image. */
  REBASE,
  /** Opcodes for an import. */
  BIND,
  /** Opcodes for a symbol of which one definition of many is used. */
  WEAK_BIND,
  /** Opcodes for an import that is bound when first called. */
  LAZY_BIND,
  /** The header of chained fixups, or the list of segments that have some. */
  CHAIN_HEADER,
  /** Where the chains of a segment's pages start. */
  PAGE_STARTS,
  /** A row of the imports of chained fixups. */
  IMPORT,
  /** The name in the imports of chained fixups. */
  IMPORT_NAME;

  private static final FixupPiece[] BY_ORDINAL = values();

  static FixupPiece of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
