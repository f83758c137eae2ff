package dev.weighbridge.report;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffStatus;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.FoldedTables;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/**
 * Changes as Markdown fit for a comment on a pull request: one line with the totals, the cause, a
 * table of the first level, and the levels below folded.
 */
final class DiffMarkdown implements ReportWriter<DiffReport> {
  private final int room;

  /** A writer of comments. */
  DiffMarkdown() {
    this(FoldedTables.COMMENT);
  }

  /**
   * A writer of texts of a length.
   *
   * @param room about how many characters to write at most: folded tables that do not fit are left
   *     out and counted; 0 leaves none out
   */
  DiffMarkdown(int room) {
    this.room = room;
  }

  @Override
  public void write(DiffReport report, Appendable out) throws IOException {
    new Comment(report).write(out, room);
  }

  /** One comment while it is written. */
  private static final class Comment {
    private final DiffReport report;
    private final SizeDiff diff;
    private final Measure measure;

    Comment(DiffReport report) {
      this.report = report;
      diff = report.diff();
      measure = report.sorted();
    }

    void write(Appendable out, int room) throws IOException {
      StringBuilder first = new StringBuilder();
      MarkdownText top = new MarkdownText(first);
      title(top);
      header(top, 0);
      for (DiffRow row : report.rows()) {
        row(top, "", row);
      }
      figures(top, "**total**", size(diff.before()), size(diff.after()), "");
      out.append(first);
      folded(new FoldedTables(out, room == 0 ? 0 : Math.max(1, room - first.length())));
    }

    private long size(Weight weight) {
      return weight.value(measure);
    }

    private void title(MarkdownText top) throws IOException {
      long before = report.before().fileSize();
      long after = report.after().fileSize();
      top.add("**").add(MarkdownText.code(report.after().name())).add("**: ");
      top.add(Figures.grouped(before)).add(" → **").add(Figures.grouped(after)).add(" bytes**");
      if (before == after) {
        top.add(", as many as before");
      } else {
        top.add(" (").add(Figures.signed(after - before)).add(", ");
        top.add(Figures.change(before, after)).add(" %)");
      }
      long padding = diff.delta().padding();
      if (padding != 0) {
        top.add(", without padding ").add(Figures.signed(diff.delta().normalisedSize()));
      }
      top.add(".").end().end();
      String cause = MarkdownText.prose(diff.cause());
      top.add(Character.toUpperCase(cause.charAt(0)) + cause.substring(1)).add(".").end().end();
    }

    private void header(MarkdownText table, int level) throws IOException {
      String name = diff.afterTree().dimensions().get(level).name();
      boolean isOfFile = measure.equals(Measures.FILE);
      String title = isOfFile ? name : name + " (" + measure.name() + ")";
      table.table(title, "Before", "After", "Change", "%", "");
    }

    private void row(MarkdownText table, String indent, DiffRow row) throws IOException {
      String label = indent + MarkdownText.code(row.label());
      if (row.formerLabel().isPresent() && row.status() != DiffStatus.SAME) {
        label += "<br>" + indent + "was " + MarkdownText.code(row.formerLabel().get());
      }
      String status = row.status() == DiffStatus.SAME ? "" : row.status().key();
      figures(table, label, size(row.before()), size(row.after()), status);
    }

    private static void figures(
        MarkdownText table, String label, long before, long after, String status)
        throws IOException {
      String change = Figures.signed(after - before);
      String percent = Figures.change(before, after);
      table.cells(label, figure(before), figure(after), change, percent, status);
    }

    private static String figure(long bytes) {
      return bytes == 0 ? "-" : Figures.grouped(bytes);
    }

    private void folded(FoldedTables tables) throws IOException {
      if (diff.afterTree().dimensions().size() > 1) {
        String inner = diff.afterTree().dimensions().get(1).name();
        String outer = diff.afterTree().dimensions().get(0).name();
        tables.summary("What changed by " + inner + " in each " + outer);
        for (DiffRow row : report.rows()) {
          List<DiffRow> below = report.below(row);
          if (row.status() != DiffStatus.SAME && !below.isEmpty()) {
            tables.add(table -> below(table, row, below));
          }
        }
      }
      tables.end();
    }

    private void below(MarkdownText table, DiffRow row, List<DiffRow> below) throws IOException {
      table.add("**").add(MarkdownText.code(row.label())).add("**, ");
      table.add(Figures.signed(size(row.delta()))).add(" ").add(measure.unit()).end().end();
      header(table, 1);
      rows(table, below, "");
      table.end();
    }

    private void rows(MarkdownText table, List<DiffRow> rows, String indent) throws IOException {
      for (DiffRow row : rows) {
        row(table, indent, row);
        if (row.status() != DiffStatus.SAME) {
          rows(table, report.below(row), indent + "&emsp;");
        }
      }
    }
  }
}
