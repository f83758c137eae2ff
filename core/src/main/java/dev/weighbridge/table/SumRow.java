package dev.weighbridge.table;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The row that is told of a file: what holds for all its rows, and one of many sums. */
final class SumRow implements TableRow {
  private final Map<TableColumn, String> head = new EnumMap<>(TableColumn.class);
  private final TextPool pool;
  private final RowSums rows;
  private final int[] partOf = new int[TableColumn.all().size()];
  private int row;

  /**
   * A row for the sums of a file.
   *
   * @param file the name of the file
   * @param keys the columns that the keys of rows are of
   */
  SumRow(String file, TextPool pool, RowSums rows, List<TableColumn> keys) {
    this.pool = pool;
    this.rows = rows;
    for (TableColumn column : TableColumn.all()) {
      partOf[column.ordinal()] =
          column.isNumber() ? BinaryRows.MEASURES.indexOf(column) : keys.indexOf(column);
    }
    set(TableColumn.SCHEMA, TableSchema.NAME);
    set(TableColumn.FILE, file);
  }

  /** Says what a column is in all rows; an empty text says that it has none. */
  void set(TableColumn column, String text) {
    if (!text.isEmpty()) {
      head.put(column, text);
    }
  }

  /** Tells one row from now on. */
  SumRow at(int which) {
    row = which;
    return this;
  }

  @Override
  public boolean has(TableColumn column) {
    int part = partOf[column.ordinal()];
    if (column.isNumber()) {
      return rows.sum(row, part) != RowSums.UNKNOWN;
    }
    return part < 0 ? head.containsKey(column) : rows.key(row, part) != TextPool.NONE;
  }

  @Override
  public String text(TableColumn column) {
    int part = partOf[column.ordinal()];
    if (!column.isNumber() && part >= 0 && rows.key(row, part) != TextPool.NONE) {
      return pool.text(rows.key(row, part));
    }
    String text = head.get(column);
    if (text == null) {
      throw none(column);
    }
    return text;
  }

  @Override
  public long number(TableColumn column) {
    if (!column.isNumber() || !has(column)) {
      throw none(column);
    }
    return rows.sum(row, partOf[column.ordinal()]);
  }

  private static IllegalArgumentException none(TableColumn column) {
    return new IllegalArgumentException("expected a column with a value, found " + column.key());
  }
}
