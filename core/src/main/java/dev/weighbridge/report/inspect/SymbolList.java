package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.StackTable;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Group;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.RowList;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;

/** A list of what is a symbol of an image or has one. Rows are counted from 0. */
abstract class SymbolList {
  private static final int ADDRESS = 18;
  private static final int SIZE = 13;
  private static final int STACK = 10;
  private static final int TYPE = 12;
  private static final int BINDING = 11;
  private static final int SOURCE = 13;

  private final BinaryImage image;
  private final SymbolTable symbols;

  SymbolList(BinaryImage image) {
    this.image = image;
    symbols = image.symbols();
  }

  /** How many rows there are. */
  abstract int count();

  /** The row of the table of symbols, or -1 if it has none. */
  abstract int symbol(int row);

  /** Its name for programs. */
  abstract Column<Integer> name();

  /** What people see of its name, and of all that symbols do not have. */
  abstract Column<Integer> shown();

  /** What programs see of it besides what symbols have. */
  abstract List<Column<Integer>> more();

  /**
   * The table.
   *
   * @param member its name for programs
   * @param title its name for people
   * @param what one of its rows is
   * @param limit how many rows it has; 0 for all
   */
  final Group group(String member, String title, String what, int limit) {
    int listed = limit == 0 ? count() : Math.min(limit, count());
    List<Column<Integer>> programs = programs();
    List<Column<Integer>> records = new ArrayList<>(programs);
    records.add(0, Column.name("image", row -> image.name()));
    Table.Builder<Integer> table =
        Table.of("rows", new RowList<>(listed, row -> row))
            .people(people())
            .columns(Medium.OBJECTS, programs)
            .columns(Medium.RECORDS, records)
            .heading(Words.heading(title, count()))
            .what(what);
    if (listed < count()) {
      table.tail(Line.of("[" + (count() - listed) + " others]"));
    }
    Facts<SymbolList> count = Facts.of(this, List.of(Column.count("count", SymbolList::count)));
    return new Group(member, List.of(count, table.build()));
  }

  private List<Column<Integer>> people() {
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(Column.<Integer>address("", this::address).titled("address").wide(ADDRESS));
    columns.add(Column.<Integer>bytes("", this::size).titled("size").wide(SIZE));
    if (hasStacks()) {
      columns.add(stack().titled("stack").wide(STACK));
    }
    columns.add(word(symbols::type).titled("type").wide(TYPE));
    columns.add(word(symbols::binding).titled("binding").wide(BINDING));
    columns.add(word(symbols::source).titled("table").wide(SOURCE));
    columns.add(shown().titled("name"));
    return columns;
  }

  private List<Column<Integer>> programs() {
    List<Column<Integer>> columns = new ArrayList<>();
    columns.add(name());
    columns.add(Column.address("address", this::address));
    columns.add(Column.bytes("memorySize", this::size));
    if (hasStacks()) {
      columns.add(stack());
    }
    columns.add(Column.<Integer>name("section", this::section).where(this::hasSection));
    columns.add(key("type", symbols::type));
    columns.add(key("binding", symbols::binding));
    columns.add(key("source", symbols::source));
    columns.addAll(more());
    return columns;
  }

  private Column<Integer> key(String name, Said said) {
    return Column.<Integer>word(name, row -> Words.key(said.of(symbol(row))))
        .where(row -> symbol(row) >= 0);
  }

  private Column<Integer> word(Said said) {
    return Column.word("", row -> symbol(row) < 0 ? "-" : Words.of(said.of(symbol(row))));
  }

  /** Few files have them, so that the others do without the column. */
  private boolean hasStacks() {
    return image.stack().count() > 0;
  }

  private Column<Integer> stack() {
    StackTable stacks = image.stack();
    return Column.<Integer>bytes("stack", row -> stacks.bytes(stackRow(row)))
        .where(row -> stackRow(row) >= 0);
  }

  private int stackRow(int row) {
    int symbol = symbol(row);
    if (symbol < 0 || symbols.type(symbol) != SymbolType.FUNCTION) {
      return -1;
    }
    int section = symbols.section(symbol);
    if (section < 0) {
      return -1;
    }
    long base = image.isRelocatable() ? image.sections().row(section).fileStart() : 0;
    return image.stack().find(base + symbols.address(symbol));
  }

  /** What the table says of a symbol, in one of a few words. */
  private interface Said {
    Enum<?> of(int symbol);
  }

  private long address(int row) {
    int symbol = symbol(row);
    return symbol < 0 || symbols.section(symbol) == SymbolTable.UNDEFINED
        ? -1
        : symbols.address(symbol);
  }

  private long size(int row) {
    return symbol(row) < 0 ? 0 : symbols.memorySize(symbol(row));
  }

  private boolean hasSection(int row) {
    return symbol(row) >= 0 && symbols.section(symbol(row)) >= 0;
  }

  private String section(int row) {
    return image.sections().row(symbols.section(symbol(row))).name();
  }
}
