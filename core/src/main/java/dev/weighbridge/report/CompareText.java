package dev.weighbridge.report;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;

/**
 * Builds side by side for a terminal: a column for each build, and between two builds what the step
 * changed. Where the terminal is too narrow for all, further tables follow with the next builds.
 */
final class CompareText implements ReportWriter<BuildComparison> {
  private static final String GAP = "  ";
  private static final int PERCENT_WIDTH = 7;
  private static final int NAME_LIMIT = 24;

  private final int width;

  /**
   * Tables of a width.
   *
   * @param width characters in a line; 0 for one table of all builds
   */
  CompareText(int width) {
    this.width = width;
  }

  @Override
  public void write(BuildComparison comparison, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    int builds = comparison.builds().size();
    int nameWidth = nameWidth(comparison);
    for (int first = 0; first < builds; ) {
      int end = first + 1;
      int used = nameWidth + columnWidth(comparison, first);
      while (end < builds && fits(used + columnWidth(comparison, end))) {
        used += columnWidth(comparison, end++);
      }
      if (first > 0) {
        line.end();
      }
      table(comparison, first, end, nameWidth, line);
      first = end;
    }
  }

  private boolean fits(int used) {
    return width <= 0 || used <= width;
  }

  private static int nameWidth(BuildComparison comparison) {
    int widest = 0;
    for (Row row : comparison.rows()) {
      widest = Math.max(widest, row.name().length());
    }
    return widest;
  }

  private static String title(BuildComparison comparison, int build) {
    String name = SafeText.of(comparison.builds().get(build).name());
    return SafeText.cut(name, NAME_LIMIT);
  }

  private static int sizeWidth(BuildComparison comparison, int build) {
    int widest = 0;
    for (Row row : comparison.rows()) {
      widest = Math.max(widest, Figures.grouped(row.sizes().get(build)).length());
    }
    return Math.max(widest, build == 0 ? title(comparison, build).length() : 0);
  }

  private static int deltaWidth(BuildComparison comparison, int build) {
    int widest = 0;
    for (Row row : comparison.rows()) {
      widest = Math.max(widest, Figures.signed(row.delta(build)).length());
    }
    return widest;
  }

  /** Width of a build's size, its change and the percents, with the gaps before them. */
  private static int columnWidth(BuildComparison comparison, int build) {
    int step = build == 0 ? 0 : deltaWidth(comparison, build) + PERCENT_WIDTH + 2 * GAP.length();
    int figures = sizeWidth(comparison, build) + step;
    return GAP.length() + Math.max(figures, title(comparison, build).length());
  }

  private static void table(
      BuildComparison comparison, int first, int end, int nameWidth, TextLine line)
      throws IOException {
    line.left("", nameWidth);
    for (int build = first; build < end; build++) {
      line.right(title(comparison, build), columnWidth(comparison, build));
    }
    line.end();
    for (Row row : comparison.rows()) {
      line.left(row.name(), nameWidth);
      for (int build = first; build < end; build++) {
        line.right(figures(comparison, row, build), columnWidth(comparison, build));
      }
      line.end();
    }
  }

  private static String figures(BuildComparison comparison, Row row, int build) {
    long size = row.sizes().get(build);
    String text = right(size == 0 ? "-" : Figures.grouped(size), sizeWidth(comparison, build));
    if (build == 0) {
      return text;
    }
    String delta = right(Figures.signed(row.delta(build)), deltaWidth(comparison, build));
    String percent = Figures.change(size - row.delta(build), size);
    return text + GAP + delta + GAP + right(percent, PERCENT_WIDTH);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
