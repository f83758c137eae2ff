package dev.weighbridge.report.writing;

import dev.weighbridge.formats.work.Work;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.RawValue;
import dev.weighbridge.report.answer.ShownValue;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.answer.ValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * One table as HTML: the name first, then the figures; rows below a row follow it, set in.
 *
 * @param <R> a row
 */
final class HtmlTable<R> {
  private static final String FIGURE = " class=\"figure\"";

  private final Table<R> table;
  private final HtmlText text;
  private final List<Column<R>> columns = new ArrayList<>();
  private final Levels<R> levels;

  HtmlTable(Table<R> table, HtmlText text) {
    this.table = table;
    this.text = text;
    levels = table.levels(Medium.MARKUP);
    for (Column<R> column : table.columns(Medium.MARKUP)) {
      columns.add(column.type() == ValueType.LABEL ? 0 : columns.size(), column);
    }
  }

  void write() throws IOException {
    if (table.ifEmpty().isPresent() && !table.rows().iterator().hasNext()) {
      if (!table.ifEmpty().get().equals(Line.EMPTY)) {
        text.mark("p").line(table.ifEmpty().get()).end("p").line();
      }
      return;
    }
    text.mark("table").line();
    if (table.heading().isPresent()) {
      text.mark("caption").line(table.heading().get()).end("caption").line();
    }
    titles();
    text.mark("tbody").line();
    rows(table.rows(), 1);
    text.end("tbody").line();
    totals();
    text.end("table").line();
    if (table.tail().isPresent()) {
      text.mark("p").line(table.tail().get()).end("p").line();
    }
  }

  private static boolean isFigure(Column<?> column) {
    return column.type().isRight();
  }

  private void titles() throws IOException {
    if (table.hasTitles()) {
      text.mark("thead").mark("tr");
      for (Column<R> column : columns) {
        text.mark("th scope=\"col\"" + (isFigure(column) ? FIGURE : ""));
        text.text(column.title()).end("th");
      }
      text.end("tr").end("thead").line();
    }
  }

  private void rows(Iterable<R> rows, int level) throws IOException {
    for (R row : rows) {
      Work.check();
      row(row, level);
      rows(levels.below(row, level), level + 1);
    }
  }

  private void row(R row, int level) throws IOException {
    String indent = level == 1 ? "" : " style=\"padding-left:" + (10 + 18 * (level - 1)) + "px\"";
    text.mark("tr").mark("th scope=\"row\"" + indent);
    cell(columns.get(0), row, text);
    if (table.note(row).isPresent()) {
      text.mark("br").line(table.note(row).get());
    }
    for (Line under : table.under(row)) {
      text.mark("br").line(under);
    }
    text.end("th");
    figures(row);
    text.end("tr").line();
  }

  private void figures(R row) throws IOException {
    for (Column<R> column : columns.subList(1, columns.size())) {
      text.mark("td" + (isFigure(column) ? FIGURE : ""));
      cell(column, row, text);
      text.end("td");
    }
  }

  private void totals() throws IOException {
    List<R> totals = table.totals(Medium.MARKUP);
    if (!totals.isEmpty()) {
      text.mark("tfoot");
      for (R total : totals) {
        text.mark("tr")
            .mark("th scope=\"row\"")
            .text(RawValue.text(columns.get(0), total))
            .end("th");
        figures(total);
        text.end("tr").line();
      }
      text.end("tfoot").line();
    }
  }

  /** Writes the value of a row. */
  static <R> void cell(Column<R> column, R row, HtmlText text) throws IOException {
    switch (column.type()) {
      case LABEL, NAME -> {
        if (column.isPresent(row)) {
          text.name(RawValue.text(column, row));
        }
      }
      case LINE -> text.line(RawValue.line(column, row));
      default -> text.text(ShownValue.of(column, row));
    }
  }
}
