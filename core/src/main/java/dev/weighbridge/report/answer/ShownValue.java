package dev.weighbridge.report.answer;

import java.util.List;

/** Values as people see them, made safe. */
public final class ShownValue implements Column.Sink {
  private String text = "";

  private ShownValue() {}

  /** The value of a row in a column. */
  public static <R> String of(Column<R> column, R row) {
    ShownValue shown = new ShownValue();
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
          case CHANGE -> Figures.signed(value);
          case OFFSET, ADDRESS -> Figures.hex(value);
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
}
