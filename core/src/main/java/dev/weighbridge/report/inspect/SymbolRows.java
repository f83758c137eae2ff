package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;

/** Some rows of the symbol table of an image, in its order. */
final class SymbolRows {
  private final SymbolTable symbols;
  private final int[] rows;

  private SymbolRows(SymbolTable symbols, int[] rows) {
    this.symbols = symbols;
    this.rows = rows;
  }

  /** All symbols that have a name. */
  static SymbolRows named(BinaryImage image) {
    SymbolTable symbols = image.symbols();
    IntColumn rows = new IntColumn(0);
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.nameLength(row) > 0) {
        rows.add(row);
      }
    }
    return new SymbolRows(symbols, rows.freeze());
  }

  /** What another file must define: for the loader, or for the linker if relocatable. */
  static SymbolRows imports(BinaryImage image) {
    return linked(image, SymbolSource.IMPORTS, true);
  }

  /** What it defines for other files: for the loader, or for the linker if relocatable. */
  static SymbolRows exports(BinaryImage image) {
    return linked(image, SymbolSource.EXPORTS, false);
  }

  private static SymbolRows linked(BinaryImage image, SymbolSource own, boolean isUndefined) {
    SymbolTable symbols = image.symbols();
    SymbolSource linker =
        image.isRelocatable() ? SymbolSource.SYMBOL_TABLE : SymbolSource.DYNAMIC_TABLE;
    IntColumn rows = new IntColumn(0);
    for (int row = 0; row < symbols.count(); row++) {
      if (isLinked(symbols, row, own, linker, isUndefined)) {
        rows.add(row);
      }
    }
    return new SymbolRows(symbols, rows.freeze());
  }

  /**
   * What an export table lists is exported, even if another file defines it or its name is empty.
   */
  private static boolean isLinked(
      SymbolTable symbols, int row, SymbolSource own, SymbolSource linker, boolean isUndefined) {
    SymbolSource source = symbols.source(row);
    return source == own
        || (source == linker
            && (symbols.section(row) == SymbolTable.UNDEFINED) == isUndefined
            && symbols.binding(row) != SymbolBinding.LOCAL
            && symbols.nameLength(row) > 0);
  }

  /** The table the rows are of. */
  SymbolTable symbols() {
    return symbols;
  }

  /** How many rows there are. */
  int count() {
    return rows.length;
  }

  /** A row of the table. */
  int row(int index) {
    return rows[index];
  }
}
