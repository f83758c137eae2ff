package dev.weighbridge.report;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/** What changed between two builds, and which rows of it to show: the answer of {@code diff}. */
public final class DiffReport implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(
          OutputFormat.TEXT,
          OutputFormat.JSON,
          OutputFormat.CSV,
          OutputFormat.MARKDOWN,
          OutputFormat.HTML);

  private final SizeDiff diff;
  private final DiffSelection selection;
  private final List<DiffRow> rows;

  /** The rows of a diff that a selection shows. */
  public DiffReport(SizeDiff diff, DiffSelection selection) {
    this.diff = diff;
    this.selection = selection;
    rows = selection.of(diff);
  }

  /** The diff. */
  public SizeDiff diff() {
    return diff;
  }

  /** Which rows are shown, and in what order. */
  public DiffSelection selection() {
    return selection;
  }

  /** The measure whose change is shown: that which rows are sorted by, else the first. */
  Measure sorted() {
    List<Measure> asked = diff.measures();
    return selection.rows().order().measure(asked).orElse(asked.get(0));
  }

  /** The old build. */
  public BinaryFile before() {
    return diff.beforeTree().attribution().file();
  }

  /** The new build. */
  public BinaryFile after() {
    return diff.afterTree().attribution().file();
  }

  /** The rows of the first level. */
  public List<DiffRow> rows() {
    return rows;
  }

  /** The rows below a row. */
  public List<DiffRow> below(DiffRow row) {
    return selection.below(row);
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<DiffReport> writer =
        switch (format) {
          case TEXT -> new DiffText(width);
          case JSON -> new DiffJson();
          case CSV -> new DiffCsv();
          case MARKDOWN -> new DiffMarkdown();
          case HTML -> new DiffHtml();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
