package dev.weighbridge.report.answer;

import java.util.List;
import java.util.Objects;

/** Values as people see them, made safe. */
public final class ShownValue implements Column.Sink {
  private final Units units;
  private String text = "";

  private ShownValue(Units units) {
    this.units = units;
  }

  /** The value of a row in a column. */
  public static <R> String of(Column<R> column, R row) {
    return of(column, row, Units.BYTES);
  }

  /** The value of a row in a column, with bytes in some units. */
  public static <R> String of(Column<R> column, R row, Units units) {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(units, "units");
    ShownValue shown = new ShownValue(units);
    column.put(row, shown);
    return shown.text;
  }

  @Override
  public void text(Column<?> column, String value) {
    text =
        switch (column.type()) {
          case WORD, FIGURE, SHARE -> value;
          default -> SafeText.of(value);
        };
  }

  @Override
  public void number(Column<?> column, long value) {
    text =
        switch (column.type()) {
          case NUMBER, LEVEL -> Long.toString(value);
          case CHANGE -> units.change(value);
          case COUNT_CHANGE -> Figures.signed(value);
          case OFFSET, ADDRESS -> Figures.hex(value);
          case BYTES -> value == 0 && column.isDashed() ? "-" : units.text(value);
          default -> value == 0 && column.isDashed() ? "-" : Figures.grouped(value);
        };
  }

  @Override
  public void texts(Column<?> column, List<String> values) {
    text(column, String.join(", ", values));
  }

  @Override
  public void none(Column<?> column) {
    text = column.type().isRight() ? "-" : "";
  }

  @Override
  public String toString() {
    return text;
  }
}
