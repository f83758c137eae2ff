package dev.weighbridge.report.answer;

import java.util.List;

/** Takes the value of a cell as people see it, made safe. */
final class ShownValue implements Column.Sink {
  private String text = "";

  /** The value taken last. */
  String text() {
    return text;
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
