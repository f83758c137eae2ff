package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.report.answer.Column;
import java.util.List;

/** All symbols of an image that have a name, in the order of its table. */
final class NamedSymbols extends SymbolList {
  private final SymbolTable symbols;
  private final int[] rows;

  NamedSymbols(BinaryImage image) {
    super(image);
    symbols = image.symbols();
    IntColumn named = new IntColumn(0);
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.nameLength(row) > 0) {
        named.add(row);
      }
    }
    rows = named.freeze();
  }

  @Override
  int count() {
    return rows.length;
  }

  @Override
  int symbol(int row) {
    return rows[row];
  }

  @Override
  Column<Integer> name() {
    return Column.name("name", row -> symbols.name(rows[row]));
  }

  @Override
  Column<Integer> shown() {
    return Column.name("", row -> symbols.name(rows[row]));
  }

  @Override
  List<Column<Integer>> more() {
    return List.of();
  }
}
