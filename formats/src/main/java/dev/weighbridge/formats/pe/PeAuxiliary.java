package dev.weighbridge.formats.pe;

import static dev.weighbridge.formats.pe.PeConstants.IMAGE_SYM_CLASS_FILE;
import static dev.weighbridge.formats.pe.PeConstants.IMAGE_SYM_CLASS_SECTION;
import static dev.weighbridge.formats.pe.PeConstants.IMAGE_SYM_CLASS_STATIC;
import static dev.weighbridge.formats.pe.PeConstants.IMAGE_SYM_CLASS_WEAK_EXTERNAL;

import dev.weighbridge.formats.bytes.Bytes;

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

  /** The record at a file offset that follows a symbol. */
  static PeAuxiliary read(Bytes file, PeSymbolTable table, int symbol, long at) {
    int kind = table.storageClass(symbol);
    if (kind == IMAGE_SYM_CLASS_FILE) {
      return new FileName();
    }
    if (kind == IMAGE_SYM_CLASS_WEAK_EXTERNAL) {
      return new WeakExternal(file.u32(at), file.u32(at + 4));
    }
    if (table.isFunction(symbol) && table.section(symbol) > 0) {
      return new FunctionDefinition(file.u32(at + 4), file.u32(at + 8), file.u32(at + 12));
    }
    if (kind == IMAGE_SYM_CLASS_STATIC || kind == IMAGE_SYM_CLASS_SECTION) {
      int high = table.entrySize() == 20 ? file.u16(at + 16) << 16 : 0;
      return new SectionDefinition(
          file.u32(at),
          file.u16(at + 4),
          file.i32(at + 8),
          file.u16(at + 12) | high,
          file.u8(at + 14));
    }
    return new Other();
  }
}
