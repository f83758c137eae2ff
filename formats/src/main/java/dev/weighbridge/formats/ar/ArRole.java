package dev.weighbridge.formats.ar;

/** What a member of an archive is there for. */
public enum ArRole {
  /** A file that was put into the archive. */
  FILE,
  /** The symbol index: which member defines what. */
  SYMBOL_INDEX,
  /** Microsoft's second linker member: the same, sorted by name. */
  SORTED_INDEX,
  /** Names of members that do not fit in their headers. */
  LONG_NAMES,
  /** Something else that linkers keep, with a name like {@code /<ECSYMBOLS>/}. */
  OTHER
}
