package dev.weighbridge.report;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffStatus;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;
import java.util.List;

/** A table of changes for a terminal, with the cause of the difference above it. */
final class DiffText implements ReportWriter<DiffReport> {
  private static final int NARROWEST_NAME = 20;
  private static final int STATUS_WIDTH = 7;
  private static final String INDENT = "  ";

  private final int width;

  /**
   * A table of a width.
   *
   * @param width characters in a line, to which names are cut in their middle; 0 cuts none
   */
  DiffText(int width) {
    this.width = width;
  }

  @Override
  public void write(DiffReport report, Appendable out) throws IOException {
    new Table(report, width, out).write();
  }

  /** One table while it is written. */
  private static final class Table {
    private static final String BEFORE = "Before";
    private static final String AFTER = "After";
    private static final String CHANGE = "Change";
    private static final String PERCENT = "%";
    private static final int PERCENT_WIDTH = 9;

    private final DiffReport report;
    private final SizeDiff diff;
    private final TextLine line;
    private final Measure measure;
    private final int sizeWidth;
    private final int nameWidth;

    Table(DiffReport report, int width, Appendable out) {
      this.report = report;
      diff = report.diff();
      line = new TextLine(out);
      measure = report.sorted();
      long largest = Math.max(size(diff.before()), size(diff.after()));
      sizeWidth = Math.max(BEFORE.length(), Figures.grouped(largest).length() + 1);
      int figures = 3 * sizeWidth + PERCENT_WIDTH + STATUS_WIDTH + 5 * INDENT.length();
      nameWidth = width <= 0 ? Integer.MAX_VALUE : Math.max(NARROWEST_NAME, width - figures);
    }

    private long size(Weight weight) {
      return weight.value(measure);
    }

    void write() throws IOException {
      title("old", report.before());
      title("new", report.after());
      line.end();
      line.add(sentence()).end();
      line.end();
      header();
      rows(report.rows(), "");
      line.rule(sizeWidth).add(INDENT).rule(sizeWidth).add(INDENT);
      line.rule(sizeWidth).add(INDENT).rule(PERCENT_WIDTH).end();
      totals();
    }

    private void title(String which, BinaryFile file) throws IOException {
      line.add(which).add(": ").add(SafeText.of(file.name())).add(", ").add(file.format());
      line.add(" ").add(file.machine()).add(", ");
      line.add(Figures.grouped(file.fileSize())).add(" bytes in the file");
      if (!file.hasBytes()) {
        line.add(" (saved model)");
      }
      line.end();
    }

    private String sentence() {
      String cause = SafeText.of(diff.cause());
      return Character.toUpperCase(cause.charAt(0)) + cause.substring(1) + ".";
    }

    private void header() throws IOException {
      line.right(BEFORE, sizeWidth).add(INDENT).right(AFTER, sizeWidth).add(INDENT);
      line.right(CHANGE, sizeWidth).add(INDENT).right(PERCENT, PERCENT_WIDTH).add(INDENT);
      line.left("", STATUS_WIDTH).add(INDENT);
      String before = "";
      for (Dimension dimension : diff.afterTree().dimensions()) {
        line.add(before).add(dimension.name());
        before = " > ";
      }
      line.end();
    }

    private void rows(List<DiffRow> rows, String indent) throws IOException {
      for (DiffRow row : rows) {
        figures(size(row.before()), size(row.after()));
        DiffStatus status = row.status();
        line.left(status == DiffStatus.SAME ? "" : status.key(), STATUS_WIDTH).add(INDENT);
        line.add(indent).add(name(row, nameWidth - indent.length())).end();
        if (row.formerLabel().isPresent() && row.status() != DiffStatus.SAME) {
          former(row.formerLabel().get(), indent);
        }
        if (status != DiffStatus.SAME) {
          rows(report.below(row), indent + INDENT);
        }
      }
    }

    private static String name(DiffRow row, int room) {
      return SafeText.cut(SafeText.of(row.label()), Math.max(NARROWEST_NAME, room));
    }

    private void former(String label, String indent) throws IOException {
      String was = "was ";
      line.pad(3 * sizeWidth + PERCENT_WIDTH + STATUS_WIDTH + 5 * INDENT.length());
      line.add(indent).add(was);
      int room = Math.max(NARROWEST_NAME, nameWidth - indent.length() - was.length());
      line.add(SafeText.cut(SafeText.of(label), room)).end();
    }

    private void figures(long before, long after) {
      line.right(figure(before), sizeWidth).add(INDENT).right(figure(after), sizeWidth);
      line.add(INDENT).right(Figures.signed(after - before), sizeWidth).add(INDENT);
      line.right(Figures.change(before, after), PERCENT_WIDTH).add(INDENT);
    }

    private static String figure(long bytes) {
      return bytes == 0 ? "-" : Figures.grouped(bytes);
    }

    private void totals() throws IOException {
      total(size(diff.before()), size(diff.after()), measure.name());
      if (measure.equals(Measures.FILE) && diff.afterTree().kinds().contains(Kind.PADDING)) {
        total(diff.before().padding(), diff.after().padding(), "of it padding");
        total(
            diff.before().normalisedSize(),
            diff.after().normalisedSize(),
            "normalised (without padding)");
      }
    }

    private void total(long before, long after, String name) throws IOException {
      figures(before, after);
      line.left("", STATUS_WIDTH).add(INDENT).add(name).end();
    }
  }
}
