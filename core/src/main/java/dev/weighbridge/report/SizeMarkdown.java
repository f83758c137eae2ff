package dev.weighbridge.report;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.FoldedTables;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Sizes as Markdown fit for a comment on a pull request: the totals, a table of the first level,
 * and the levels below folded.
 *
 * <p>There is one folded table for each row that has some.
 */
public final class SizeMarkdown implements ReportWriter<SizeReport> {

  private final int room;

  /** A writer of comments. */
  SizeMarkdown() {
    this(FoldedTables.COMMENT);
  }

  /**
   * A writer of texts of a length.
   *
   * @param room about how many characters to write at most: folded tables that do not fit are left
   *     out and counted; 0 leaves none out
   */
  SizeMarkdown(int room) {
    this.room = room;
  }

  @Override
  public void write(SizeReport report, Appendable out) throws IOException {
    new Comment(report).write(out, room);
  }

  /** One comment while it is written. */
  private static final class Comment {
    private final SizeReport report;
    private final List<Measure> measures;
    private final Measure sorted;

    /** Code is a part of the file; without the file's column it would be a part of nothing. */
    private final boolean hasCode;

    Comment(SizeReport report) {
      this.report = report;
      measures = report.tree().measures();
      sorted = report.sorted();
      hasCode = measures.contains(Measures.FILE);
    }

    void write(Appendable out, int room) throws IOException {
      StringBuilder first = new StringBuilder();
      MarkdownText top = new MarkdownText(first);
      title(top);
      header(top, report.tree().dimensions().get(0).name());
      for (SizeRow row : report.rows()) {
        row(top, MarkdownText.code(row.label()), row);
      }
      figures(top, "**total**", report::value, hasCode ? report.fileSize(Kind.CODE) : 0);
      basis(top);
      out.append(first);
      folded(new FoldedTables(out, room == 0 ? 0 : Math.max(1, room - first.length())));
    }

    private void title(MarkdownText top) throws IOException {
      top.add("**").add(MarkdownText.code(report.file().name())).add("** weighs **");
      top.add(Figures.grouped(report.file().fileSize())).add(" bytes** in the file and ");
      top.add(Figures.grouped(report.memorySize())).add(" in memory (");
      top.add(report.file().format()).add(" ").add(report.file().machine());
      if (report.isRestricted()) {
        String before = ", only ";
        for (int kind = 0; kind < Kind.count(); kind++) {
          if (report.tree().kinds().contains(Kind.of(kind))) {
            top.add(before).add(Kind.of(kind).key());
            before = " and ";
          }
        }
      }
      top.add(report.tree().query().pricing() == Pricing.OWN ? ", own bytes only)." : ").")
          .end()
          .end();
    }

    private void header(MarkdownText table, String first) throws IOException {
      List<String> titles = new ArrayList<>(List.of(first));
      measures.forEach(measure -> titles.add(measure.title()));
      titles.add(2, MeasureText.share(sorted));
      if (hasCode) {
        titles.add("Code");
      }
      table.table(titles.toArray(new String[0]));
    }

    private void row(MarkdownText table, String label, SizeRow row) throws IOException {
      figures(table, label, row::value, hasCode ? row.fileSize(Kind.CODE) : 0);
    }

    private void figures(MarkdownText table, String label, ToLongFunction<Measure> value, long code)
        throws IOException {
      List<String> cells = new ArrayList<>(List.of(label));
      measures.forEach(measure -> cells.add(figure(value.applyAsLong(measure))));
      cells.add(2, Figures.percent(value.applyAsLong(sorted), report.whole(sorted)));
      if (hasCode) {
        cells.add(figure(code));
      }
      table.cells(cells.toArray(new String[0]));
    }

    private static String figure(long bytes) {
      return bytes == 0 ? "-" : Figures.grouped(bytes);
    }

    private void basis(MarkdownText top) throws IOException {
      if (report.fileSize() == 0) {
        return;
      }
      String before = "\nHow sure: ";
      for (int i = 0; i < Basis.count(); i++) {
        long bytes = report.fileSize(Basis.of(i));
        if (bytes > 0) {
          top.add(before).add(Figures.percent(bytes, report.fileSize()));
          top.add(" % ").add(Basis.of(i).key());
          before = ", ";
        }
      }
      top.add(".").end();
    }

    /** The levels below the first. */
    private void folded(FoldedTables tables) throws IOException {
      List<Dimension> levels = report.tree().dimensions();
      if (levels.size() > 1) {
        tables.summary("By " + levels.get(1).name() + " in each " + levels.get(0).name());
        for (SizeRow row : report.rows()) {
          List<SizeRow> below = report.below(row);
          if (!below.isEmpty() && !saysTheSame(row, below)) {
            tables.add(table -> below(table, row, below));
          }
        }
      }
      tables.end();
    }

    private void below(MarkdownText table, SizeRow row, List<SizeRow> below) throws IOException {
      table.add("**").add(MarkdownText.code(row.label())).add("**, ");
      Measure first = measures.get(0);
      table.add(Figures.grouped(row.value(first))).add(" ").add(first.unit()).end().end();
      header(table, report.tree().dimensions().get(1).name());
      rows(table, below, "");
      table.end();
    }

    private void rows(MarkdownText table, List<SizeRow> rows, String indent) throws IOException {
      for (SizeRow row : rows) {
        row(table, indent + MarkdownText.code(row.label()), row);
        List<SizeRow> below = report.below(row);
        if (!saysTheSame(row, below)) {
          rows(table, below, indent + "&emsp;");
        }
      }
    }

    /** Whether the only row below is what the row itself is: {@code [.interp]} of .interp. */
    private static boolean saysTheSame(SizeRow row, List<SizeRow> below) {
      return below.size() == 1 && below.get(0).label().equals("[" + row.label() + "]");
    }
  }
}
