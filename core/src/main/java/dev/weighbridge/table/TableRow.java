package dev.weighbridge.table;

/**
 * A row of the table. It is the same object for all rows of a file and tells the present one, so
 * that whoever wants to keep it copies it.
 */
public interface TableRow {
  /** Whether a column has a value in this row: it was asked for, and there is one. */
  boolean has(TableColumn column);

  /**
   * The text in a column.
   *
   * @throws IllegalArgumentException if there is none
   */
  String text(TableColumn column);

  /**
   * The number in a column.
   *
   * @throws IllegalArgumentException if there is none
   */
  long number(TableColumn column);
}
