package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;

/** Lists of symbols of an image. A row is the row of its table of symbols. */
final class SymbolParts {
  private static final int ADDRESS = 18;
  private static final int NUMBER = 13;

  private final BinaryImage image;
  private final SymbolTable symbols;
  private final int limit;

  private final Column<Integer> name;
  private final Column<Integer> address;
  private final Column<Integer> size;
  private final Column<Integer> section;

  /**
   * Lists of a length.
   *
   * @param limit rows of each list; 0 for all
   */
  SymbolParts(BinaryImage image, int limit) {
    this.image = image;
    this.limit = limit;
    symbols = image.symbols();
    name = Column.<Integer>name("name", symbols::name).titled("name");
    address = Column.<Integer>address("address", this::address).titled("address").wide(ADDRESS);
    size = Column.<Integer>bytes("memorySize", symbols::memorySize).titled("size").wide(NUMBER);
    section =
        Column.<Integer>name("section", this::section).where(row -> symbols.section(row) >= 0);
  }

  private long address(int row) {
    return symbols.section(row) == SymbolTable.UNDEFINED ? -1 : symbols.address(row);
  }

  private String section(int row) {
    return image.sections().row(symbols.section(row)).name();
  }

  /**
   * A list of symbols.
   *
   * @param member its name for programs
   * @param title its name for people
   * @param what one of its rows is
   */
  Group of(String member, String title, String what, SymbolRows rows) {
    int shown = limit == 0 ? rows.count() : Math.min(limit, rows.count());
    Table.Builder<Integer> table =
        Table.of("rows", new RowList<>(shown, rows::row))
            .people(List.of(address, size, shownType(), shownBinding(), shownSource(), name))
            .columns(Medium.OBJECTS, programs())
            .columns(Medium.RECORDS, records())
            .heading(Words.heading(title, rows.count()))
            .what(what);
    if (shown < rows.count()) {
      table.tail(Line.of("[" + (rows.count() - shown) + " others]"));
    }
    Facts<SymbolRows> count = Facts.of(rows, List.of(Column.count("count", SymbolRows::count)));
    return new Group(member, List.of(count, table.build()));
  }

  private List<Column<Integer>> programs() {
    return List.of(
        name,
        address,
        size,
        section,
        Column.word("type", row -> Words.key(symbols.type(row))),
        Column.word("binding", row -> Words.key(symbols.binding(row))),
        Column.word("source", row -> Words.key(symbols.source(row))));
  }

  private List<Column<Integer>> records() {
    List<Column<Integer>> columns = new ArrayList<>(programs());
    columns.add(0, Column.name("image", row -> image.name()));
    return columns;
  }

  private Column<Integer> shownType() {
    return Column.<Integer>word("", row -> Words.of(symbols.type(row))).titled("type").wide(12);
  }

  private Column<Integer> shownBinding() {
    return Column.<Integer>word("", row -> Words.of(symbols.binding(row)))
        .titled("binding")
        .wide(11);
  }

  private Column<Integer> shownSource() {
    return Column.<Integer>word("", row -> Words.of(symbols.source(row))).titled("table").wide(13);
  }
}
