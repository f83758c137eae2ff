package dev.weighbridge.report.writing;

import dev.weighbridge.formats.work.Work;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Levels;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.answer.ShownValue;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.report.answer.TextStyle;
import dev.weighbridge.report.answer.Units;
import dev.weighbridge.report.answer.ValueType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * One table of text while it is written. Figures stand before the name, which takes the room that
 * is left; its totals are its widest figures, so no row is held back. A table whose name stands
 * first has a column for each of several things; where the line is too narrow for all of them,
 * further tables follow with the next ones.
 *
 * @param <R> a row
 */
final class TextTable<R> {
  private static final int NARROWEST_NAME = 20;
  private static final String GAP = "  ";

  /** The widest that three digits with a unit and a sign are: {@code +9.99 MiB}. */
  private static final int UNITS_WIDTH = 9;

  private final Table<R> table;
  private final TextLine line;
  private final TextStyle style;
  private final TextColors colors;
  private final List<Column<R>> columns;
  private final int[] widths;
  private final List<R> totals;
  private final Levels<R> levels;

  /** The columns before the name; all if there is none at the end. */
  private final int figures;

  /** The column of shares that bars stand behind; -1 if there are none. */
  private final int barred;

  TextTable(Table<R> table, TextLine line, TextStyle style) {
    this.table = table;
    this.line = line;
    this.style = style;
    colors = new TextColors(line, style.isDecorated());
    columns = table.columns(Medium.TEXT);
    totals = table.totals(Medium.TEXT);
    levels = table.levels(Medium.TEXT);
    boolean hasTail = !columns.get(columns.size() - 1).type().isRight();
    figures = columns.size() - (hasTail ? 1 : 0);
    widths = new int[columns.size()];
    for (int i = 0; i < figures; i++) {
      widths[i] = width(columns.get(i));
    }
    barred = style.isDecorated() && line.width() >= ShareBar.LEAST_LINE ? shares() : -1;
  }

  /** The first column of shares, -1 if there is none. */
  private int shares() {
    for (int i = 0; i < figures; i++) {
      if (columns.get(i).type() == ValueType.SHARE) {
        return i;
      }
    }
    return -1;
  }

  private int width(Column<R> column) {
    boolean hasUnits = style.units() != Units.BYTES && column.type().isBytes();
    if (hasUnits) {
      return Math.max(UNITS_WIDTH, column.title().length());
    }
    return column.width() > 0 ? column.width() : measured(column);
  }

  private int measured(Column<R> column) {
    int widest = table.hasTitles() ? column.title().length() : 0;
    Iterable<R> measured = totals.isEmpty() ? table.rows() : totals;
    for (R row : measured) {
      widest = Math.max(widest, shown(column, row).length());
    }
    return widest;
  }

  private String shown(Column<R> column, R row) {
    return ShownValue.of(column, row, style.units());
  }

  void write() throws IOException {
    if (table.heading().isPresent()) {
      line.add(table.heading().get()).endProse(table.heading().get());
    }
    if (table.ifEmpty().isPresent() && !table.rows().iterator().hasNext()) {
      line.add(table.ifEmpty().get()).end();
    } else if (columns.get(0).type() == ValueType.LABEL && columns.size() > 1) {
      wrapped();
    } else {
      titles();
      rows(table.rows(), 1);
      sums();
    }
    if (table.tail().isPresent()) {
      line.add(table.tail().get()).endProse(table.tail().get());
    }
  }

  private void titles() throws IOException {
    boolean isEmptyUnderHeading =
        table.heading().isPresent() && totals.isEmpty() && !table.rows().iterator().hasNext();
    if (table.hasTitles() && !isEmptyUnderHeading) {
      colors.begin(TextColors.BOLD);
      for (int i = 0; i < figures; i++) {
        cell(columns.get(i), columns.get(i).title(), widths[i]);
        bar(i, "");
      }
      if (figures < columns.size()) {
        line.add(columns.get(figures).title());
      }
      colors.end();
      line.end();
    }
  }

  private void cell(Column<R> column, String text, int width) {
    if (column.type().isRight()) {
      line.right(text, width).add(GAP);
    } else {
      line.left(text, width).add(GAP);
    }
  }

  /** Adds a bar behind a share, in its column only. */
  private void bar(int column, String share) {
    if (column == barred) {
      line.left(ShareBar.of(share), ShareBar.WIDTH).add(GAP);
    }
  }

  private int room() {
    int used = barred < 0 ? 0 : ShareBar.WIDTH + GAP.length();
    for (int i = 0; i < figures; i++) {
      used += widths[i] + GAP.length();
    }
    return line.width() <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, line.width() - used);
  }

  private void rows(Iterable<R> rows, int level) throws IOException {
    int indent = GAP.length() * (level - 1);
    int room = Math.max(NARROWEST_NAME, room() - indent);
    for (R row : rows) {
      Work.check();
      figures(row);
      if (figures < columns.size()) {
        colors.name(name(columns.get(figures), row, room), indent);
      }
      line.end();
      notes(row, indent);
      if (table.hasLevels()) {
        rows(levels.below(row, level), level + 1);
      }
    }
  }

  private String name(Column<R> column, R row, int room) {
    String name = shown(column, row);
    return column.type() == ValueType.LABEL ? SafeText.cut(name, room) : name;
  }

  private void figures(R row) {
    for (int i = 0; i < figures; i++) {
      Column<R> column = columns.get(i);
      String text = shown(column, row);
      colors.change(column.type(), text);
      cell(column, text, widths[i]);
      colors.end();
      bar(i, text);
    }
  }

  private void notes(R row, int indent) throws IOException {
    Optional<Line> note = table.note(row);
    if (note.isPresent()) {
      for (int i = 0; i < figures; i++) {
        line.pad(widths[i]).add(GAP);
        bar(i, "");
      }
      line.pad(indent).add(note.get()).end();
    }
    for (Line under : table.under(row)) {
      line.add(under).endProse(under);
    }
  }

  private void sums() throws IOException {
    if (totals.isEmpty()) {
      return;
    }
    for (int i = 0; i < figures; i++) {
      if (columns.get(i).type().isRight()) {
        line.rule(widths[i]).add(GAP);
      } else {
        line.pad(widths[i]).add(GAP);
      }
      bar(i, "");
    }
    line.end();
    for (R total : totals) {
      figures(total);
      if (figures < columns.size()) {
        line.add(shown(columns.get(figures), total));
      }
      line.end();
    }
  }

  /** As many columns as fit, then another table with the next ones. */
  private void wrapped() throws IOException {
    widths[0] = measured(columns.get(0));
    for (int first = 1; first < columns.size(); ) {
      int end = first + 1;
      int used = widths[0] + GAP.length() + widths[first];
      while (end < columns.size() && fits(used + GAP.length() + widths[end])) {
        used += GAP.length() + widths[end++];
      }
      if (first > 1) {
        line.end();
      }
      wrapped(first, end);
      first = end;
    }
  }

  private boolean fits(int used) {
    return line.width() <= 0 || used <= line.width();
  }

  private void wrapped(int first, int end) throws IOException {
    line.left(columns.get(0).title(), widths[0]);
    for (int i = first; i < end; i++) {
      line.add(GAP).right(columns.get(i).title(), widths[i]);
    }
    line.end();
    for (R row : table.rows()) {
      line.left(shown(columns.get(0), row), widths[0]);
      for (int i = first; i < end; i++) {
        line.add(GAP).right(shown(columns.get(i), row), widths[i]);
      }
      line.end();
    }
  }
}
