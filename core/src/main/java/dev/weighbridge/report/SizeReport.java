package dev.weighbridge.report;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What a file weighs, and which rows of it to show: the answer of the {@code size} command.
 *
 * <p>Its sizes are those of all its rows, so that every total is the sum of the rows below it. They
 * are the file's own unless kinds or a filter leave bytes out: see {@link #isWhole}.
 */
public final class SizeReport implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(
          OutputFormat.TEXT,
          OutputFormat.JSON,
          OutputFormat.CSV,
          OutputFormat.MARKDOWN,
          OutputFormat.HTML);

  private final BinaryFile file;
  private final SizeTree tree;
  private final RowSelection selection;
  private final List<SizeRow> rows;

  /** The rows of a tree of a file that a selection shows. */
  public SizeReport(BinaryFile file, SizeTree tree, RowSelection selection) {
    this.file = file;
    this.tree = tree;
    this.selection = selection;
    rows = selection.of(tree);
  }

  /** The file. */
  public BinaryFile file() {
    return file;
  }

  /** The tree the rows come from. */
  public SizeTree tree() {
    return tree;
  }

  /** The policy by which crates are found, if a level rests on them. */
  public Optional<CratePolicy> cratePolicy() {
    return tree.dimensions().stream().anyMatch(Dimension::hasCrates)
        ? Optional.of(tree.query().cratePolicy())
        : Optional.empty();
  }

  /** Whether a level shows crates. */
  public boolean hasCrates() {
    return tree.dimensions().contains(Dimensions.CRATE);
  }

  /** The crates of the standard library among those that a level shows, by their labels, sorted. */
  public List<String> standardCrates() {
    return hasCrates() ? tree.query().crates().standardLabels() : List.of();
  }

  /** Which rows are shown, and in what order. */
  public RowSelection selection() {
    return selection;
  }

  /** The rows of the first level. */
  public List<SizeRow> rows() {
    return rows;
  }

  /** The rows below a row. */
  public List<SizeRow> below(SizeRow row) {
    return selection.below(row);
  }

  /** Whether the rows stand for all bytes of the file. */
  public boolean isWhole() {
    return selection.filter().isEmpty() && !isRestricted();
  }

  /** Whether only some kinds of bytes are counted. */
  boolean isRestricted() {
    return tree.kinds().size() < Kind.count();
  }

  /** Bytes in the file of all rows. */
  public long fileSize() {
    return value(Measures.FILE);
  }

  /** Bytes in memory of all rows. */
  public long memorySize() {
    return value(Measures.MEMORY);
  }

  /** What all rows have of a measure that the tree was asked for. */
  public long value(Measure measure) {
    if (selection.filter().isEmpty()) {
      return tree.value(measure);
    }
    long sum = 0;
    for (SizeRow row : rows) {
      sum += row.value(measure);
    }
    return sum;
  }

  /** The measure that rows are sorted by, or if they are by label the first; shares are of it. */
  Measure sorted() {
    return selection.order().measure(tree.measures()).orElse(tree.measures().get(0));
  }

  /** What shares of a measure are of: the whole file, whatever is left out of it, or the tree. */
  long whole(Measure measure) {
    return measure.equals(Measures.FILE) ? file.fileSize() : tree.value(measure);
  }

  /** Bytes in the file of one kind, of all rows. */
  public long fileSize(Kind kind) {
    if (selection.filter().isEmpty()) {
      return tree.fileSize(kind);
    }
    long sum = 0;
    for (SizeRow row : rows) {
      sum += row.fileSize(kind);
    }
    return sum;
  }

  /** Bytes in the file whose basis is this one, of all rows. */
  public long fileSize(Basis basis) {
    if (selection.filter().isEmpty()) {
      return tree.fileSize(basis);
    }
    long sum = 0;
    for (SizeRow row : rows) {
      sum += row.fileSize(basis);
    }
    return sum;
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<SizeReport> writer =
        switch (format) {
          case TEXT -> new SizeText(width);
          case JSON -> new SizeJson();
          case CSV -> new SizeCsv();
          case MARKDOWN -> new SizeMarkdown();
          case HTML -> new SizeHtml();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
