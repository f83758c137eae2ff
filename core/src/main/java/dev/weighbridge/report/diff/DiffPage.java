package dev.weighbridge.report.diff;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.map.PathRows;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.PageMeasures;
import dev.weighbridge.report.writing.PageRows;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * Changes as one HTML page to look around in: areas are changes, warm where the new build has more
 * and cool where it has less. It opens as the report is grouped and sorted, and holds all rows that
 * its filter leaves.
 */
final class DiffPage {
  private final SizeDiff diff;
  private final RowSelection selection;
  private final int mostRows;

  /** A page of two builds. */
  DiffPage(SizeDiff diff, RowSelection selection) {
    this(diff, selection, PageRows.MOST);
  }

  /**
   * A page of a size.
   *
   * @param mostRows about how many rows to hold at most; the lightest labels beyond are one
   */
  DiffPage(SizeDiff diff, RowSelection selection, int mostRows) {
    this.diff = diff;
    this.selection = selection;
    this.mostRows = mostRows;
  }

  void write(Appendable out) throws IOException {
    Leaves leaves = new Leaves(byKindToo(diff), diff.afterTree(), selection.filter());
    PageRows rows = leaves.rows().atMost(mostRows);
    List<String> figures = new ArrayList<>();
    for (String build : List.of("", "Before")) {
      for (Measure measure : diff.afterTree().groups().measures()) {
        figures.add(MeasureText.key(measure) + build);
      }
    }
    List<String> by = new ArrayList<>();
    for (Dimension dimension : diff.afterTree().dimensions()) {
      by.add(dimension.name());
    }
    String about = after().format() + " " + after().machine();
    String title = SafeText.of(after().name());
    new RowMap(title, about, by, figures, 0, rows, this::facts).writePage(out);
  }

  private BinaryFile before() {
    return diff.beforeTree().attribution().file();
  }

  private BinaryFile after() {
    return diff.afterTree().attribution().file();
  }

  /** The same diff with one more level, so that a page can tell kinds of bytes apart. */
  private static SizeDiff byKindToo(SizeDiff diff) {
    List<Dimension> levels = new ArrayList<>(diff.afterTree().dimensions());
    if (levels.contains(Dimensions.KIND)) {
      return diff;
    }
    levels.add(Dimensions.KIND);
    return new SizeDiff(grouped(diff.beforeTree(), levels), grouped(diff.afterTree(), levels));
  }

  private static SizeTree grouped(SizeTree tree, List<Dimension> levels) {
    return new SizeTree(tree.query(), levels, tree.measures(), tree.kinds());
  }

  private void facts(JsonGenerator json) {
    json.writeStringProperty("file", SafeText.of(after().name()));
    json.writeStringProperty("format", after().format());
    json.writeStringProperty("machine", after().machine());
    json.writeNumberProperty("fileSize", after().fileSize());
    json.writeStringProperty("fileBefore", SafeText.of(before().name()));
    json.writeNumberProperty("fileSizeBefore", before().fileSize());
    json.writeStringProperty("cause", SafeText.of(diff.cause()));
    PageMeasures.write(json, diff.measures());
    RowOrder order = selection.order();
    json.writeStringProperty("sort", PageMeasures.sort(order, diff.measures()));
    json.writeArrayPropertyStart("notes");
    if (selection.filter().isPresent()) {
      String pattern = selection.filter().get().pattern();
      json.writeString("filtered by " + SafeText.of(pattern));
    }
    json.writeEndArray();
  }

  /** The rows of the last level while they are collected. */
  private static final class Leaves {
    private final int levels;
    private final List<Measure> measures;
    private final int filtered;
    private final Optional<Pattern> filter;
    private final PathRows paths;

    /**
     * Collects the rows of a diff.
     *
     * @param asked the tree of the levels that the filter is about
     */
    Leaves(SizeDiff diff, SizeTree asked, Optional<Pattern> filter) {
      List<Dimension> dimensions = diff.afterTree().dimensions();
      levels = dimensions.size();
      measures = diff.afterTree().groups().measures();
      filtered = asked.dimensions().size();
      this.filter = filter;
      List<String> names = dimensions.stream().map(Dimension::name).toList();
      paths = new PathRows(names, 2 * measures.size());
      collect(diff.rows(), 0, new String[levels], filter.isEmpty());
    }

    private void collect(List<DiffRow> rows, int level, String[] path, boolean isKept) {
      for (DiffRow row : rows) {
        path[level] = row.label();
        boolean isRowKept = isKept || (level < filtered && matches(row));
        if (level + 1 < levels) {
          collect(row.rows(), level + 1, path, isRowKept);
        } else if (isRowKept) {
          add(row, path);
        }
      }
    }

    private boolean matches(DiffRow row) {
      Pattern pattern = filter.orElseThrow();
      return pattern.matcher(row.label()).find()
          || row.formerLabel().filter(label -> pattern.matcher(label).find()).isPresent();
    }

    private void add(DiffRow row, String[] path) {
      long[] figures = new long[2 * measures.size()];
      int column = 0;
      for (Weight weight : List.of(row.after(), row.before())) {
        for (Measure measure : measures) {
          figures[column++] = weight.value(measure);
        }
      }
      paths.add(List.of(path), figures);
    }

    PageRows rows() {
      return paths.rows();
    }
  }
}
