package dev.weighbridge.report;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.BuildComparison.Row;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/** Builds side by side as a Markdown table: a column for each, with what the step changed. */
final class CompareMarkdown implements ReportWriter<BuildComparison> {
  @Override
  public void write(BuildComparison comparison, Appendable out) throws IOException {
    int builds = comparison.builds().size();
    String[] titles = new String[builds + 1];
    titles[0] = "bytes";
    for (int build = 0; build < builds; build++) {
      titles[build + 1] = MarkdownText.code(comparison.builds().get(build).name());
    }
    MarkdownText text = new MarkdownText(out).table(titles);
    for (Row row : comparison.rows()) {
      String[] cells = new String[builds + 1];
      cells[0] = row.name();
      for (int build = 0; build < builds; build++) {
        cells[build + 1] = cell(row, build);
      }
      text.cells(cells);
    }
  }

  private static String cell(Row row, int build) {
    long size = row.sizes().get(build);
    String shown = size == 0 ? "-" : Figures.grouped(size);
    long delta = row.delta(build);
    if (delta == 0) {
      return shown;
    }
    String change = Figures.change(size - delta, size);
    boolean isPercent = change.startsWith("+") || change.startsWith("-");
    return shown + "<br>" + Figures.signed(delta) + " (" + change + (isPercent ? " %)" : ")");
  }
}
