package dev.weighbridge.formats;

/** The table a symbol was read from, most telling first. */
public enum SymbolSource {
  /** The full symbol table: ELF {@code .symtab}, Mach-O {@code LC_SYMTAB}, COFF. */
  SYMBOL_TABLE,
  /** A separate debug file: PDB, dSYM, {@code .debug}. */
  DEBUG_FILE,
  /** The functions that debug information names, where the symbols themselves are gone. */
  DEBUG_INFORMATION,
  /** The compressed mini symbol table of ELF {@code .gnu_debugdata}. */
  MINI_TABLE,
  /** The table of functions that the runtime of a language keeps: Go's {@code pclntab}. */
  FUNCTION_TABLE,
  /** ELF {@code .dynsym}. */
  DYNAMIC_TABLE,
  /** Export tables and tries of Mach-O, PE and Wasm. */
  EXPORTS,
  /** Import tables of PE and Wasm. */
  IMPORTS,
  /** The Wasm name section. */
  NAME_SECTION,
  /** No table: the item has an index only, and its name was made from it. */
  INDEX;

  private static final SymbolSource[] BY_ORDINAL = values();

  static SymbolSource of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
