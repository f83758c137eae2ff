package dev.weighbridge.report;

import dev.weighbridge.diff.DiffRow;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.diff.Weight;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.HtmlPage;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.PageRows;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.RowOrder;
import dev.weighbridge.tree.SizeTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * Changes as one HTML page to look around in: areas are changes, warm where the new build has more
 * and cool where it has less. It opens as the report is grouped and sorted, and holds all rows that
 * its filter leaves.
 */
final class DiffHtml implements ReportWriter<DiffReport> {
  private final int mostRows;

  /** A writer of pages. */
  DiffHtml() {
    this(SizeHtml.ROWS);
  }

  /**
   * A writer of pages of a size.
   *
   * @param mostRows about how many rows to hold at most; the lightest labels beyond are one
   */
  DiffHtml(int mostRows) {
    this.mostRows = mostRows;
  }

  @Override
  public void write(DiffReport report, Appendable out) throws IOException {
    Optional<Pattern> filter = report.selection().rows().filter();
    Leaves leaves = new Leaves(byKindToo(report.diff()), report.diff().afterTree(), filter);
    PageRows rows = leaves.rows().joined().atMost(mostRows);
    List<String> figures = new ArrayList<>();
    for (String build : List.of("", "Before")) {
      for (Measure measure : report.diff().afterTree().groups().measures()) {
        figures.add(MeasureText.key(measure) + build);
      }
    }
    HtmlPage.write(out, report.after().name(), figures, rows, json -> facts(json, report));
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
    return new SizeTree(tree.query(), levels, tree.measures()).only(tree.kinds());
  }

  private static void facts(JsonGenerator json, DiffReport report) {
    json.writeStringProperty("file", SafeText.of(report.after().name()));
    json.writeStringProperty("format", report.after().format());
    json.writeStringProperty("machine", report.after().machine());
    json.writeNumberProperty("fileSize", report.after().fileSize());
    json.writeStringProperty("fileBefore", SafeText.of(report.before().name()));
    json.writeNumberProperty("fileSizeBefore", report.before().fileSize());
    json.writeStringProperty("cause", SafeText.of(report.diff().cause()));
    json.writeArrayPropertyStart("by");
    for (Dimension dimension : report.diff().afterTree().dimensions()) {
      json.writeString(dimension.name());
    }
    json.writeEndArray();
    SizeHtml.measures(json, report.diff().measures());
    RowOrder order = report.selection().rows().order();
    json.writeStringProperty("sort", SizeHtml.sort(order, report.diff().measures()));
    json.writeArrayPropertyStart("notes");
    if (report.selection().rows().filter().isPresent()) {
      String pattern = report.selection().rows().filter().get().pattern();
      json.writeString("filtered by " + SafeText.of(pattern));
    }
    json.writeEndArray();
  }

  /** The rows of the last level while they are collected. */
  private static final class Leaves {
    private final List<Dimension> levels;
    private final List<Measure> measures;
    private final int filtered;
    private final Optional<Pattern> filter;
    private final List<Map<String, Integer>> ids = new ArrayList<>();
    private final List<List<String>> texts = new ArrayList<>();
    private final List<IntColumn> labels = new ArrayList<>();
    private final List<LongColumn> figures = new ArrayList<>();

    /**
     * Collects the rows of a diff.
     *
     * @param asked the tree of the levels that the filter is about
     */
    Leaves(SizeDiff diff, SizeTree asked, Optional<Pattern> filter) {
      levels = diff.afterTree().dimensions();
      measures = diff.afterTree().groups().measures();
      filtered = asked.dimensions().size();
      this.filter = filter;
      for (int level = 0; level < levels.size(); level++) {
        ids.add(new HashMap<>());
        texts.add(new ArrayList<>());
        labels.add(new IntColumn(0));
      }
      for (int column = 0; column < 2 * measures.size(); column++) {
        figures.add(new LongColumn(0));
      }
      collect(diff.rows(), 0, new int[levels.size()], filter.isEmpty());
    }

    private void collect(List<DiffRow> rows, int level, int[] path, boolean isKept) {
      for (DiffRow row : rows) {
        path[level] = id(level, row.label());
        boolean isRowKept = isKept || (level < filtered && matches(row));
        if (level + 1 < levels.size()) {
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

    private int id(int level, String text) {
      Integer known = ids.get(level).putIfAbsent(text, texts.get(level).size());
      if (known != null) {
        return known;
      }
      texts.get(level).add(text);
      return texts.get(level).size() - 1;
    }

    private void add(DiffRow row, int[] path) {
      for (int level = 0; level < path.length; level++) {
        labels.get(level).add(path[level]);
      }
      int column = 0;
      for (Weight weight : List.of(row.after(), row.before())) {
        for (Measure measure : measures) {
          figures.get(column++).add(weight.value(measure));
        }
      }
    }

    PageRows rows() {
      List<LabelColumn> columns = new ArrayList<>();
      for (int level = 0; level < levels.size(); level++) {
        List<String> names = texts.get(level);
        columns.add(
            LabelColumn.of(levels.get(level).name(), labels.get(level).freeze(), names::get));
      }
      long[][] sums = new long[figures.size()][];
      for (int column = 0; column < sums.length; column++) {
        sums[column] = figures.get(column).freeze();
      }
      return new PageRows(columns, sums);
    }
  }
}
