package dev.weighbridge.attribution;

/** Sized symbols that do not overlap, as pieces with their rows as codes: no copy of them. */
final class SymbolPieces extends Pieces {
  private final SymbolOwnership symbols;
  private final int[] rows;

  SymbolPieces(SymbolOwnership symbols) {
    this.symbols = symbols;
    this.rows = symbols.byPlace();
  }

  /** Whether the symbols of an image all have a size and do not overlap. */
  static boolean areDisjoint(SymbolOwnership symbols) {
    long end = Long.MIN_VALUE;
    for (int row : symbols.byPlace()) {
      if (symbols.place(row) < end || symbols.length(row) == 0) {
        return false;
      }
      end = symbols.place(row) + symbols.length(row);
    }
    return true;
  }

  @Override
  int count() {
    return rows.length;
  }

  @Override
  long start(int piece) {
    return symbols.place(rows[piece]);
  }

  @Override
  long end(int piece) {
    return symbols.place(rows[piece]) + symbols.length(rows[piece]);
  }

  @Override
  int code(int piece) {
    return rows[piece];
  }
}
