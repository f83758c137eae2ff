package dev.weighbridge.formats;

/** What a symbol stands for. */
public enum SymbolType {
  /** Not stated: labels of assembly code, linker-made marks. */
  UNSTATED,
  /** A function. */
  FUNCTION,
  /** A data object. */
  OBJECT,
  /** A thread-local object; its address is that of its initial value in the template. */
  THREAD_LOCAL,
  /** A section, as a base for relocations. */
  SECTION,
  /** A source or object file; the local symbols after it come from it. */
  FILE,
  /** A tentative definition of a relocatable file; takes memory only once linked. */
  COMMON,
  /** A mark or label inside code or data ({@code $x}, {@code .L0}); never owns bytes. */
  MAPPING,
  /** Anything else. */
  OTHER;

  private static final SymbolType[] BY_ORDINAL = values();

  static SymbolType of(int ordinal) {
    return BY_ORDINAL[ordinal];
  }
}
