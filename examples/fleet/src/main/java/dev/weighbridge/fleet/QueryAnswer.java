package dev.weighbridge.fleet;

import java.util.List;
import java.util.Optional;

/**
 * What was answered: columns and rows.
 *
 * @param title what was asked
 * @param columns their names and what their values are
 * @param rows a value for each column, empty for none
 * @param isCut whether there are more rows
 */
public record QueryAnswer(
    String title, List<Heading> columns, List<List<Optional<Object>>> rows, boolean isCut) {
  /** What the values of a column are. */
  public enum CellType {
    /** Texts. */
    TEXT,
    /** Whole numbers. */
    NUMBER,
    /** Numbers with a fraction. */
    DECIMAL
  }

  /** A column. */
  public record Heading(String name, CellType type) {}

  /** Copies the lists. */
  public QueryAnswer {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }
}
