package dev.weighbridge.report;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.StdView;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.util.List;
import java.util.function.ToLongFunction;

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
    private static final String CODE = "Code";
    private static final String INDENT = "  ";

    private final SizeReport report;
    private final TextLine line;
    private final List<Measure> measures;
    private final Measure sorted;
    private final String share;
    private final int[] widths;
    private final boolean hasCode;
    private final int codeWidth;
    private final int nameWidth;

    Table(SizeReport report, int width, Appendable out) {
      this.report = report;
      line = new TextLine(out);
      measures = report.tree().measures();
      sorted = report.sorted();
      share = MeasureText.share(sorted);
      widths = new int[measures.size()];
      int figures = share.length() + INDENT.length();
      for (int i = 0; i < widths.length; i++) {
        widths[i] = width(measures.get(i).title(), report.value(measures.get(i)));
        figures += widths[i] + INDENT.length();
      }
      // Code is a part of the file; without the file's column it would be a part of nothing.
      hasCode = measures.contains(Measures.FILE);
      codeWidth = hasCode ? width(CODE, report.fileSize(Kind.CODE)) : 0;
      figures += hasCode ? codeWidth + INDENT.length() : 0;
      nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - figures);
    }

    private static int width(String title, long largest) {
      return Math.max(title.length(), Figures.grouped(largest).length());
    }

    void write() throws IOException {
      title();
      header();
      rows(report.rows(), "");
      rules();
      figures(report::value, hasCode ? report.fileSize(Kind.CODE) : 0);
      line.add("total").end();
      basis();
    }

    private void rules() throws IOException {
      for (int i = 0; i < widths.length; i++) {
        line.add(i == 0 ? "" : INDENT).rule(widths[i]);
        if (i == 0) {
          line.add(INDENT).rule(share.length());
        }
      }
      if (hasCode) {
        line.add(INDENT).rule(codeWidth);
      }
      line.end();
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
      for (int i = 0; i < widths.length; i++) {
        line.right(measures.get(i).title(), widths[i]).add(INDENT);
        line.add(i == 0 ? share + INDENT : "");
      }
      if (hasCode) {
        line.right(CODE, codeWidth).add(INDENT);
      }
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
        figures(row::value, hasCode ? row.fileSize(Kind.CODE) : 0);
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

    private void figures(ToLongFunction<Measure> value, long code) {
      for (int i = 0; i < widths.length; i++) {
        line.right(figure(value.applyAsLong(measures.get(i))), widths[i]).add(INDENT);
        if (i == 0) {
          String percent = Figures.percent(value.applyAsLong(sorted), report.whole(sorted));
          line.right(percent, share.length()).add(INDENT);
        }
      }
      if (hasCode) {
        line.right(figure(code), codeWidth).add(INDENT);
      }
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
