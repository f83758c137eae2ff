package dev.weighbridge.report.size;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SelectedRows;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a file weighs: the answer of the {@code size} command.
 *
 * @param file the file
 * @param shown the rows of a tree of it
 */
public record SizeReport(BinaryFile file, SelectedRows shown) implements Report {
  /** Checks that nothing is missing. */
  public SizeReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(shown, "shown");
  }

  /** The rows of a tree of a file that a selection shows. */
  public SizeReport(BinaryFile file, SizeTree tree, RowSelection selection) {
    this(
        file,
        new SelectedRows(
            Objects.requireNonNull(tree, "tree"), Objects.requireNonNull(selection, "selection")));
  }

  /**
   * What a file weighs by some dimensions: bytes in the file and in memory, twenty rows of each
   * level.
   *
   * @param query the file and how it is weighed: {@code model.query()}
   * @param by one dimension for each level, coarsest first; at least one
   */
  public static SizeReport of(Query query, List<Dimension> by) {
    return of(query, by, Measures.usual(), EnumSet.allOf(Kind.class), RowSelection.DEFAULT);
  }

  /**
   * What a file weighs.
   *
   * @param query the file and how it is weighed: {@code model.query()}
   * @param by one dimension for each level, coarsest first; at least one
   * @param measures what to add up, of which the first sorts rows; at least one, no two of one name
   * @param only the kinds of bytes that count
   * @param rows which rows to show, and in what order
   */
  public static SizeReport of(
      Query query, List<Dimension> by, List<Measure> measures, Set<Kind> only, RowSelection rows) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(measures, "measures");
    Objects.requireNonNull(only, "only");
    Objects.requireNonNull(rows, "rows");
    Set<Kind> counted = EnumSet.noneOf(Kind.class);
    counted.addAll(only);
    SizeTree tree = new SizeTree(query, by, measures, counted);
    return new SizeReport(query.attribution().file(), tree, rows);
  }

  @Override
  public List<OutputFormat> formats() {
    return OutputFormat.WITH_MAP;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (!RowMap.write(() -> new SizePage(file, shown).map(), format, out)) {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    return new SizeParts(file, shown).answer();
  }
}
