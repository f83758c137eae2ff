package dev.weighbridge.formats.pe.symbols;

/** What the auxiliary record after a symbol says. PE Format, Auxiliary Symbol Records. */
public sealed interface PeAuxiliary {
  /** There is no auxiliary record. */
  record None() implements PeAuxiliary {}

  /** A record of a form this library does not know. */
  record Other() implements PeAuxiliary {}

  /**
   * A function definition.
   *
   * @param totalSize bytes of its code, 0 if not stated
   * @param lineNumberOffset file offset of its COFF line numbers, 0 if none
   * @param nextFunction row of the next function, 0 if none
   */
  record FunctionDefinition(long totalSize, long lineNumberOffset, long nextFunction)
      implements PeAuxiliary {}

  /**
   * A weak external.
   *
   * @param defaultSymbol row of the symbol used if no other is found
   * @param search how libraries are searched: 1 not, 2 yes, 3 alias
   */
  record WeakExternal(long defaultSymbol, long search) implements PeAuxiliary {}

  /** The name of a source file, which {@link PeSymbol#name} gives. */
  record FileName() implements PeAuxiliary {}

  /**
   * A section definition.
   *
   * @param length bytes of the section
   * @param relocationCount rows of its relocations
   * @param checksum of its content, for sections of which the linker keeps one
   * @param number of the section that it belongs to, from 1, if {@code selection} says so
   * @param selection {@code IMAGE_COMDAT_SELECT_}, 0 if it is not one of several
   */
  record SectionDefinition(
      long length, int relocationCount, int checksum, int number, int selection)
      implements PeAuxiliary {}
}
