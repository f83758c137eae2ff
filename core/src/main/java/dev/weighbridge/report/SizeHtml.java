package dev.weighbridge.report;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.HtmlPage;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.PageRows;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.tree.RowOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * Sizes as one HTML page to look around in: a treemap to zoom, a table to search and sort, grouped
 * by any of several dimensions. It opens as the report is grouped and sorted, and holds all rows
 * that its filter and kinds leave: a page needs no limit of rows per level.
 */
final class SizeHtml implements ReportWriter<SizeReport> {
  /** Rows a browser shows at ease: about ten bytes and half a name each. */
  static final int ROWS = 1_000_000;

  private static final List<Dimension> OFFERED = Dimensions.all();

  private final int mostRows;

  /** A writer of pages. */
  SizeHtml() {
    this(ROWS);
  }

  /**
   * A writer of pages of a size.
   *
   * @param mostRows about how many rows to hold at most; the lightest labels beyond are one
   */
  SizeHtml(int mostRows) {
    this.mostRows = mostRows;
  }

  @Override
  public void write(SizeReport report, Appendable out) throws IOException {
    PageRows rows = rows(report).atMost(mostRows);
    List<String> figures = new ArrayList<>();
    for (Measure measure : report.tree().groups().measures()) {
      figures.add(MeasureText.key(measure));
    }
    HtmlPage.write(out, report.file().name(), figures, rows, json -> facts(json, report));
  }

  private static void facts(JsonGenerator json, SizeReport report) {
    json.writeStringProperty("file", SafeText.of(report.file().name()));
    json.writeStringProperty("format", report.file().format());
    json.writeStringProperty("machine", report.file().machine());
    json.writeNumberProperty("fileSize", report.file().fileSize());
    json.writeArrayPropertyStart("by");
    for (Dimension dimension : report.tree().dimensions()) {
      json.writeString(dimension.name());
    }
    json.writeEndArray();
    measures(json, report.tree().measures());
    json.writeStringProperty("sort", sort(report.selection().order(), report.tree().measures()));
    json.writeArrayPropertyStart("notes");
    if (report.tree().query().pricing() == Pricing.OWN) {
      json.writeString("own bytes of each symbol only");
    }
    if (report.isRestricted()) {
      StringBuilder only = new StringBuilder("only");
      for (int kind = 0; kind < Kind.count(); kind++) {
        if (report.tree().kinds().contains(Kind.of(kind))) {
          only.append(' ').append(Kind.of(kind).key());
        }
      }
      json.writeString(only.toString());
    }
    if (report.selection().filter().isPresent()) {
      String pattern = report.selection().filter().get().pattern();
      json.writeString("filtered by " + SafeText.of(pattern));
    }
    json.writeEndArray();
  }

  /** Says which figures a page is about, the first one first. */
  static void measures(JsonGenerator json, List<Measure> asked) {
    json.writeArrayPropertyStart("measures");
    for (Measure measure : asked) {
      json.writeStartObject();
      json.writeStringProperty("name", measure.name());
      json.writeStringProperty("title", measure.title());
      json.writeStringProperty("figure", MeasureText.key(measure));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The word by which a page knows an order. */
  static String sort(RowOrder order, List<Measure> asked) {
    return order.measure(asked).map(measure -> measure.name() + "_size").orElse("label");
  }

  private static PageRows rows(SizeReport report) {
    List<Dimension> dimensions = new ArrayList<>(report.tree().dimensions());
    Set<String> names = new HashSet<>();
    dimensions.forEach(dimension -> names.add(dimension.name()));
    for (Dimension offered : OFFERED) {
      // By name: a grouping may have that of a built-in dimension.
      if (names.add(offered.name())) {
        dimensions.add(offered);
      }
    }
    Query query = Dimensions.cut(report.tree().query(), dimensions);
    Partition partition = query.attribution().partition();
    int[] spans = spans(partition, report.tree().kinds());
    int levels = report.tree().dimensions().size();
    List<LabelColumn> columns = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      LabelColumn column = column(dimension, query, spans);
      // A dimension in which all bytes are alike tells nothing.
      if (columns.size() < levels || column.count() > 1) {
        columns.add(column);
      }
    }
    List<Measure> measures = report.tree().groups().measures();
    PageRows rows = new PageRows(columns, values(measures, query, spans)).joined();
    return report.selection().filter().isEmpty()
        ? rows
        : rows.only(matching(rows, levels, report.selection().filter().get()));
  }

  private static int[] spans(Partition partition, Set<Kind> kinds) {
    IntColumn spans = new IntColumn(partition.spanCount());
    for (int span = 0; span < partition.spanCount(); span++) {
      if (kinds.contains(Kind.of(partition.kindOrdinal(span)))) {
        spans.add(span);
      }
    }
    return spans.freeze();
  }

  private static LabelColumn column(Dimension dimension, Query query, int[] spans) {
    Labels labels = dimension.labels(query);
    int[] ids = new int[spans.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = labels.of(spans[i]);
    }
    return LabelColumn.of(dimension.name(), ids, labels::text);
  }

  private static long[][] values(List<Measure> measures, Query query, int[] spans) {
    long[][] columns = new long[measures.size()][spans.length];
    for (int column = 0; column < columns.length; column++) {
      MeasureValues values = measures.get(column).values(query);
      for (int i = 0; i < spans.length; i++) {
        columns[column][i] = values.of(spans[i]);
      }
    }
    return columns;
  }

  /** The rows of which a label at one of the first levels matches. */
  private static boolean[] matching(PageRows rows, int levels, Pattern pattern) {
    boolean[] isMatch = new boolean[rows.count()];
    for (LabelColumn level : rows.dimensions().subList(0, levels)) {
      boolean[] isFound = new boolean[level.count()];
      for (int label = 0; label < isFound.length; label++) {
        isFound[label] = pattern.matcher(level.text(label)).find();
      }
      for (int row = 0; row < isMatch.length; row++) {
        isMatch[row] |= isFound[level.of(row)];
      }
    }
    return isMatch;
  }
}
