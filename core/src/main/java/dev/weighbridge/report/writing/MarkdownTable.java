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
 * One table as Markdown: the name first, then the figures; levels below the first as further
 * tables.
 *
 * @param <R> a row
 */
final class MarkdownTable<R> {
  private static final String INDENT = "&emsp;";

  private final Table<R> table;
  private final List<Column<R>> columns = new ArrayList<>();
  private final Levels<R> levels;

  MarkdownTable(Table<R> table) {
    this.table = table;
    levels = table.levels(Medium.MARKUP);
    for (Column<R> column : table.columns(Medium.MARKUP)) {
      columns.add(column.type() == ValueType.LABEL ? 0 : columns.size(), column);
    }
  }

  /** What a reader sees of the levels below the first while they are folded. */
  String summary() {
    Column<R> label = columns.get(0);
    String usual = "By " + label.title(1).text() + " in each " + label.title(0).text();
    return table.summary().orElse(usual);
  }

  /** Writes the first level and the totals. */
  void write(MarkdownText text) throws IOException {
    if (table.heading().isPresent()) {
      text.add(MarkdownText.line(table.heading().get())).end().end();
    }
    if (table.ifEmpty().isPresent() && !table.rows().iterator().hasNext()) {
      text.add(MarkdownText.line(table.ifEmpty().get())).end();
    } else {
      titles(0, text);
      for (R row : table.rows()) {
        row(row, "", text);
      }
      for (R total : table.totals(Medium.MARKUP)) {
        total(total, text);
      }
    }
    if (table.tail().isPresent()) {
      text.end().add(MarkdownText.line(table.tail().get())).end();
    }
  }

  /** Writes the rows below a row, and an empty line. */
  void writeBelow(R above, List<R> below, MarkdownText text) throws IOException {
    String headline = MarkdownText.line(table.headline(above));
    text.add("**").add(cell(columns.get(0), above)).add("**").add(headline).end().end();
    titles(1, text);
    rows(below, 2, "", text);
    text.end();
  }

  private void titles(int level, MarkdownText text) throws IOException {
    String[] titles = new String[columns.size()];
    boolean[] isRight = new boolean[columns.size()];
    for (int i = 0; i < titles.length; i++) {
      Column<R> column = columns.get(i);
      titles[i] = table.hasTitles() ? MarkdownText.line(column.title(level)) : "";
      isRight[i] =
          switch (column.type()) {
            case LABEL, NAME, NAMES, SENTENCE, LINES -> false;
            default -> i > 0;
          };
    }
    text.table(titles, isRight);
  }

  private void rows(List<R> rows, int level, String indent, MarkdownText text) throws IOException {
    for (R row : rows) {
      Work.check();
      row(row, indent, text);
      rows(levels.below(row, level), level + 1, indent + INDENT, text);
    }
  }

  private void row(R row, String indent, MarkdownText text) throws IOException {
    String[] cells = new String[columns.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cell(columns.get(i), row);
    }
    StringBuilder first = new StringBuilder(indent).append(cells[0]);
    table.note(row).ifPresent(note -> add(first, indent, note));
    table.under(row).forEach(under -> add(first, indent, under));
    cells[0] = first.toString();
    text.cells(cells);
  }

  private static void add(StringBuilder cell, String indent, Line line) {
    cell.append("<br>").append(indent).append(MarkdownText.line(line).strip());
  }

  private void total(R total, MarkdownText text) throws IOException {
    String[] cells = new String[columns.size()];
    cells[0] = "**" + ShownValue.of(columns.get(0), total) + "**";
    for (int i = 1; i < cells.length; i++) {
      cells[i] = cell(columns.get(i), total);
    }
    text.cells(cells);
  }

  /** The value of a row as a cell. */
  static <R> String cell(Column<R> column, R row) {
    Cell cell = new Cell();
    return switch (column.type()) {
      case LINE -> MarkdownText.line(RawValue.line(column, row));
      case LABEL, NAME, NAMES, SENTENCE, LINES -> {
        column.put(row, cell);
        yield cell.text;
      }
      default -> ShownValue.of(column, row);
    };
  }

  /** Texts as cells. */
  private static final class Cell implements Column.Sink {
    private String text = "";

    @Override
    public void text(Column<?> column, String value) {
      boolean isSentence = column.type() == ValueType.SENTENCE;
      text = isSentence ? MarkdownText.prose(value) : MarkdownText.code(value);
    }

    @Override
    public void texts(Column<?> column, List<String> values) {
      String between = column.type() == ValueType.LINES ? "<br>" : ", ";
      text = String.join(between, values.stream().map(MarkdownText::code).toList());
    }

    @Override
    public void none(Column<?> column) {
      text = "";
    }
  }
}
