package dev.weighbridge.report.answer;

import java.util.Objects;

/** Values as they are: not safe to be shown. */
public final class RawValue implements Column.Sink {
  private String text = "";
  private Line line = Line.EMPTY;

  private RawValue() {}

  private static <R> RawValue of(Column<R> column, R row) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(row, "row");
    RawValue raw = new RawValue();
    column.put(row, raw);
    return raw;
  }

  /** The value of a row as a text. */
  public static <R> String text(Column<R> column, R row) {
    return of(column, row).text;
  }

  /** The value of a row as a line of prose; empty if it is no line. */
  public static <R> Line line(Column<R> column, R row) {
    return of(column, row).line;
  }

  @Override
  public void text(Column<?> column, String value) {
    text = value;
  }

  @Override
  public void line(Column<?> column, Line value) {
    line = value;
  }

  @Override
  public String toString() {
    return text;
  }
}
