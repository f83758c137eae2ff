package dev.weighbridge.report;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.FoldedTables;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.RowSelection.RowOrder;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.util.List;

/**
 * Sizes as Markdown fit for a comment on a pull request: the totals, a table of the first level,
 * and the levels below folded.
 *
 * <p>There is one folded table for each row that has some.
 */
public final class SizeMarkdown implements ReportWriter<SizeReport> {
  private static final String[] FIGURES = {"File size", "% of file", "Memory size", "Code"};

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
    private final boolean isMemoryShare;
    private final long shareBase;

    Comment(SizeReport report) {
      this.report = report;
      isMemoryShare = report.selection().order() == RowOrder.MEMORY_SIZE;
      shareBase = isMemoryShare ? report.tree().memorySize() : report.file().fileSize();
    }

    void write(Appendable out, int room) throws IOException {
      StringBuilder first = new StringBuilder();
      MarkdownText top = new MarkdownText(first);
      title(top);
      header(top, report.tree().dimensions().get(0).name());
      for (SizeRow row : report.rows()) {
        row(top, MarkdownText.code(row.label()), row);
      }
      figures(top, "**total**", report.fileSize(), report.memorySize(), report.fileSize(Kind.CODE));
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
      String share = isMemoryShare ? "% of memory" : FIGURES[1];
      table.table(first, FIGURES[0], share, FIGURES[2], FIGURES[3]);
    }

    private void row(MarkdownText table, String label, SizeRow row) throws IOException {
      figures(table, label, row.fileSize(), row.memorySize(), row.fileSize(Kind.CODE));
    }

    private void figures(MarkdownText table, String label, long file, long memory, long code)
        throws IOException {
      String share = Figures.percent(isMemoryShare ? memory : file, shareBase);
      table.cells(label, figure(file), share, figure(memory), figure(code));
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
      table.add(Figures.grouped(row.fileSize())).add(" bytes").end().end();
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
