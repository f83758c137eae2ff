package dev.weighbridge.report.copies;

import dev.weighbridge.generics.Cause;
import dev.weighbridge.generics.Generic;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;
import java.util.List;

/** A table of generic items for a terminal. */
final class GenericsText implements ReportWriter<GenericsReport> {
  private static final int NARROWEST_NAME = 20;
  private static final int INDENT = 4;
  private static final String GAP = "  ";
  private static final String[] TITLES = {
    "Copies", "Distinct", "Code", "% code", "Largest", "Saving", "At most"
  };

  private final int width;

  /**
   * A table of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  GenericsText(int width) {
    this.width = width;
  }

  @Override
  public void write(GenericsReport report, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    Generics generics = report.list().generics();
    line.add(SafeText.of(report.file().name())).add(": ").add(report.file().format());
    line.add(" ").add(report.file().machine()).add(", ");
    line.add(Figures.grouped(generics.allCode())).add(" bytes of code with an owner").end();
    line.end();
    List<Generic> rows = report.list().rows();
    Generic total = report.list().total();
    int[] widths = widths(rows, total);
    int used = 0;
    for (int i = 0; i < TITLES.length; i++) {
      line.right(TITLES[i], widths[i]).add(GAP);
      used += widths[i] + GAP.length();
    }
    line.add("generic").end();
    int nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - used);
    for (Generic row : rows) {
      figures(line, row, generics, widths);
      line.add(SafeText.cut(SafeText.of(row.label()), nameWidth)).end();
      causes(line, row, report);
    }
    for (int cells : widths) {
      line.rule(cells).add(GAP);
    }
    line.end();
    figures(line, total, generics, widths);
    line.add(total.label()).end();
    notes(line, generics);
  }

  private static int[] widths(List<Generic> rows, Generic total) {
    int[] widths = new int[TITLES.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = Math.max(TITLES[i].length(), figure(total, i).length());
      for (Generic row : rows) {
        widths[i] = Math.max(widths[i], figure(row, i).length());
      }
    }
    return widths;
  }

  private static String figure(Generic row, int column) {
    return switch (column) {
      case 0 -> Figures.grouped(row.copyCount());
      case 1 -> Figures.grouped(row.distinctMasked());
      case 2 -> Figures.grouped(row.codeSize());
      case 3 -> "";
      case 4 -> Figures.grouped(row.largest());
      case 5 -> saving(row.likelySaving());
      default -> saving(row.savingBound());
    };
  }

  private static String saving(long bytes) {
    return bytes == 0 ? "-" : Figures.grouped(bytes);
  }

  private static void figures(TextLine line, Generic row, Generics generics, int[] widths) {
    for (int i = 0; i < widths.length; i++) {
      String figure = i == 3 ? Figures.percent(row.codeSize(), generics.allCode()) : figure(row, i);
      line.right(figure, widths[i]).add(GAP);
    }
  }

  /** The type arguments and crates that cost most, each with its copies and bytes of code. */
  private void causes(TextLine line, Generic row, GenericsReport report) throws IOException {
    int limit = report.list().selection().causes();
    if (limit > 0 && row.index() >= 0) {
      List<Cause> arguments = report.list().generics().typeArguments(row.index());
      List<Cause> crates = report.list().generics().crates(row.index());
      causes(line, "for ", arguments, limit);
      more(line, "for ", arguments.size() - limit, "");
      causes(line, "in crate ", crates, limit);
      more(line, "in ", crates.size() - limit, crates.size() == limit + 1 ? " crate" : " crates");
    }
  }

  private void causes(TextLine line, String what, List<Cause> causes, int limit)
      throws IOException {
    for (int i = 0; i < Math.min(limit, causes.size()); i++) {
      Cause cause = causes.get(i);
      String label = cause.label().isEmpty() ? "no type arguments" : SafeText.of(cause.label());
      String figures =
          (": " + Figures.grouped(cause.copyCount()))
              + (cause.copyCount() == 1 ? " copy, " : " copies, ")
              + (Figures.grouped(cause.codeSize()) + " bytes");
      int room = width - INDENT - what.length() - figures.length();
      int most = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, room);
      line.pad(INDENT).add(what).add(SafeText.cut(label, most)).add(figures).end();
    }
  }

  private static void more(TextLine line, String what, int count, String things)
      throws IOException {
    if (count > 0) {
      line.pad(INDENT).add(what).add(Figures.grouped(count)).add(" more").add(things).end();
    }
  }

  private static void notes(TextLine line, Generics generics) throws IOException {
    line.end();
    String operands = ", PC-relative operands aside.";
    if (generics.isMaskingSupported()) {
      line.add("Distinct: bodies of different instructions").add(operands).end();
      line.add("Saving: likely; code that a larger copy has already").add(operands).end();
    } else {
      line.add("Distinct: bodies of different bytes. Saving: all but one of each.").end();
      line.add("The instructions of this machine are not understood.").end();
    }
    line.add("At most: all but the largest copy; nobody can save more.").end();
  }
}
