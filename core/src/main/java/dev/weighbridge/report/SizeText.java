package dev.weighbridge.report;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import dev.weighbridge.tree.RowSelection.RowOrder;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.util.List;

/** A table of sizes for a terminal: exact bytes, shares, names cut to the width. */
final class SizeText implements ReportWriter<SizeReport> {
  private static final int NARROWEST_NAME = 20;

  private final int width;

  /**
   * A table of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  SizeText(int width) {
    this.width = width;
  }

  @Override
  public void write(SizeReport report, Appendable out) throws IOException {
    new Table(report, width, out).write();
  }

  /** One table while it is written. Its totals are its widest figures, so no row is held back. */
  private static final class Table {
    private static final String FILE = "File size";
    private static final String MEMORY = "Memory size";
    private static final String CODE = "Code";
    private static final String INDENT = "  ";

    private final SizeReport report;
    private final TextLine line;
    private final boolean isMemoryShare;
    private final long shareBase;
    private final String share;
    private final int fileWidth;
    private final int memoryWidth;
    private final int codeWidth;
    private final int nameWidth;

    Table(SizeReport report, int width, Appendable out) {
      this.report = report;
      line = new TextLine(out);
      isMemoryShare = report.selection().order() == RowOrder.MEMORY_SIZE;
      shareBase = isMemoryShare ? report.tree().memorySize() : report.file().fileSize();
      share = isMemoryShare ? "% of memory" : "% of file";
      fileWidth = width(FILE, report.fileSize());
      memoryWidth = width(MEMORY, report.memorySize());
      codeWidth = width(CODE, report.fileSize(Kind.CODE));
      int figures = fileWidth + share.length() + memoryWidth + codeWidth + 4 * INDENT.length();
      nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - figures);
    }

    private static int width(String title, long largest) {
      return Math.max(title.length(), Figures.grouped(largest).length());
    }

    void write() throws IOException {
      title();
      header();
      rows(report.rows(), "");
      line.rule(fileWidth).add(INDENT).rule(share.length()).add(INDENT);
      line.rule(memoryWidth).add(INDENT).rule(codeWidth).end();
      figures(report.fileSize(), report.memorySize(), report.fileSize(Kind.CODE));
      line.add("total").end();
      basis();
    }

    private void title() throws IOException {
      line.add(SafeText.of(report.file().name())).add(": ").add(report.file().format());
      line.add(" ").add(report.file().machine()).add(", ");
      line.add(Figures.grouped(report.file().fileSize())).add(" bytes in the file");
      if (report.isRestricted()) {
        String before = ", only ";
        for (int kind = 0; kind < Kind.count(); kind++) {
          if (report.tree().kinds().contains(Kind.of(kind))) {
            line.add(before).add(Kind.of(kind).key());
            before = " and ";
          }
        }
      }
      if (report.tree().query().pricing() == Pricing.OWN) {
        line.add(", own bytes only");
      }
      if (report.cratePolicy().isPresent()) {
        String policy = report.cratePolicy().get().key();
        line.add(", code is of the ").add(policy).add(" crate");
      }
      line.end();
      line.end();
    }

    private void header() throws IOException {
      line.right(FILE, fileWidth).add(INDENT).add(share).add(INDENT);
      line.right(MEMORY, memoryWidth).add(INDENT).right(CODE, codeWidth).add(INDENT);
      String before = "";
      for (Dimension dimension : report.tree().dimensions()) {
        line.add(before).add(dimension.name());
        before = " > ";
      }
      line.end();
    }

    private void rows(List<SizeRow> rows, String indent) throws IOException {
      for (SizeRow row : rows) {
        String label = SafeText.of(row.label());
        figures(row.fileSize(), row.memorySize(), row.fileSize(Kind.CODE));
        line.add(indent);
        line.add(SafeText.cut(label, Math.max(NARROWEST_NAME, nameWidth - indent.length())));
        line.end();
        List<SizeRow> below = report.below(row);
        while (below.size() == 1 && below.get(0).label().equals(row.label())) {
          // A module without modules in it is the same at the next level.
          below = report.below(below.get(0));
        }
        if (!saysTheSame(row, below)) {
          rows(below, indent + INDENT);
        }
      }
    }

    /** Whether the only row below is what the row itself is: {@code [.interp]} of .interp. */
    private static boolean saysTheSame(SizeRow row, List<SizeRow> below) {
      return below.size() == 1 && below.get(0).label().equals("[" + row.label() + "]");
    }

    private void figures(long file, long memory, long code) {
      line.right(figure(file), fileWidth).add(INDENT);
      String percent = Figures.percent(isMemoryShare ? memory : file, shareBase);
      line.right(percent, share.length()).add(INDENT);
      line.right(figure(memory), memoryWidth).add(INDENT);
      line.right(figure(code), codeWidth).add(INDENT);
    }

    /** Nothing is a dash: the eye finds the columns that matter. */
    private static String figure(long bytes) {
      return bytes == 0 ? "-" : Figures.grouped(bytes);
    }

    private void basis() throws IOException {
      if (report.fileSize() == 0) {
        return;
      }
      line.end();
      String before = "Basis: ";
      for (int i = 0; i < Basis.count(); i++) {
        long bytes = report.fileSize(Basis.of(i));
        if (bytes > 0) {
          line.add(before).add(Figures.percent(bytes, report.fileSize()));
          line.add(" % ").add(Basis.of(i).key());
          before = ", ";
        }
      }
      line.end();
      standardCrates();
    }

    /** Some of its crates have names that a program's own might have, too. */
    private void standardCrates() throws IOException {
      List<String> names = report.standardCrates();
      if (!names.isEmpty()) {
        boolean isOne = report.tree().query().stdView() == StdView.COLLAPSED;
        line.add(isOne ? "Row std: " : "Standard library: ").add(String.join(", ", names)).end();
      }
    }
  }
}
