package dev.weighbridge.report.size;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.PageMeasures;
import dev.weighbridge.report.writing.PageRows;
import dev.weighbridge.tree.SelectedRows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * Sizes as one HTML page to look around in: a treemap to zoom, a table to search and sort, grouped
 * by any of several dimensions. It opens as the report is grouped and sorted, and holds all rows
 * that its filter and kinds leave: a page needs no limit of rows per level.
 */
final class SizePage {
  /** To read debug information takes long, so it is there only for who groups by some of it. */
  private static final List<Dimension> OFFERED = Dimensions.ofModels();

  private static final List<Dimension> OFFERED_BY_DEBUG_INFORMATION =
      List.of(Dimensions.UNIT, Dimensions.SOURCE, Dimensions.INLINE);

  private final BinaryFile file;
  private final SelectedRows shown;
  private final int mostRows;

  /** A page of a file. */
  SizePage(BinaryFile file, SelectedRows shown) {
    this(file, shown, PageRows.MOST);
  }

  /**
   * A page of a size.
   *
   * @param mostRows about how many rows to hold at most; the lightest labels beyond are one
   */
  SizePage(BinaryFile file, SelectedRows shown, int mostRows) {
    this.file = file;
    this.shown = shown;
    this.mostRows = mostRows;
  }

  /** The rows with all that a page tells of them. */
  RowMap map() {
    List<String> figures = new ArrayList<>();
    for (Measure measure : shown.tree().groups().measures()) {
      figures.add(MeasureText.key(measure));
    }
    List<Dimension> opening = PageLevels.of(file, shown.tree());
    List<String> by = new ArrayList<>();
    opening.forEach(dimension -> by.add(dimension.name()));
    List<Measure> measures = shown.tree().groups().measures();
    int area = Math.max(0, measures.indexOf(shown.sorted()));
    String about = file.format() + " " + file.machine() + ", " + Figures.bytes(file.fileSize());
    String title = SafeText.of(file.name());
    return new RowMap(title, about, by, figures, area, rows(opening).atMost(mostRows), this::facts);
  }

  private void facts(JsonGenerator json) {
    json.writeStringProperty("file", SafeText.of(file.name()));
    json.writeStringProperty("format", file.format());
    json.writeStringProperty("machine", file.machine());
    json.writeNumberProperty("fileSize", file.fileSize());
    PageMeasures.write(json, shown.tree().measures());
    json.writeStringProperty(
        "sort", PageMeasures.sort(shown.selection().order(), shown.tree().measures()));
    json.writeArrayPropertyStart("notes");
    if (shown.tree().query().pricing() == Pricing.OWN) {
      json.writeString("own bytes of each symbol only");
    }
    if (shown.isRestricted()) {
      StringBuilder only = new StringBuilder("only");
      for (int kind = 0; kind < Kind.count(); kind++) {
        if (shown.tree().kinds().contains(Kind.of(kind))) {
          only.append(' ').append(Kind.of(kind).key());
        }
      }
      json.writeString(only.toString());
    }
    if (shown.selection().filter().isPresent()) {
      String pattern = shown.selection().filter().get().pattern();
      json.writeString("filtered by " + SafeText.of(pattern));
    }
    if (shown.tree().measures().contains(Measures.SHIPPED)) {
      ShippedParts.sentence(shown.tree().query())
          .ifPresent(how -> json.writeString(how + ". " + ShippedParts.FIRST_PAYS));
    }
    for (String use : RegionParts.sentences(shown.tree().query())) {
      json.writeString(use);
    }
    json.writeEndArray();
  }

  /**
   * All rows.
   *
   * @param opening the dimensions that the page opens with
   */
  private PageRows rows(List<Dimension> opening) {
    List<Dimension> dimensions = new ArrayList<>(shown.tree().dimensions());
    Set<String> names = new HashSet<>();
    dimensions.forEach(dimension -> names.add(dimension.name()));
    opening.stream().filter(level -> names.add(level.name())).forEach(dimensions::add);
    int opened = dimensions.size();
    for (Dimension offered : offered(dimensions)) {
      // Regions that nobody told are no news of most programs.
      boolean isNews =
          !offered.equals(Dimensions.REGION) || !shown.tree().query().memoryMap().isInferred();
      // By name: a grouping may have that of a built-in dimension.
      if (isNews && names.add(offered.name())) {
        dimensions.add(offered);
      }
    }
    Query query = Dimensions.cut(shown.tree().query(), dimensions);
    Partition partition = query.attribution().partition();
    int[] spans = spans(partition, shown.tree().kinds());
    List<Measure> measures = shown.tree().groups().measures();
    List<String> outside = outside(measures, query);
    long[][] values = values(measures, query, spans, outside);
    int levels = shown.tree().dimensions().size();
    List<LabelColumn> columns = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      LabelColumn column = column(dimension, query, spans, outside);
      // A dimension in which all bytes are alike tells nothing.
      if (columns.size() < opened || column.count() > 1) {
        columns.add(column);
      }
    }
    PageRows rows = new PageRows(columns, values).joined();
    return shown.selection().filter().isEmpty()
        ? rows
        : rows.only(matching(rows, levels, shown.selection().filter().get()));
  }

  private static List<Dimension> offered(List<Dimension> asked) {
    List<Dimension> offered = new ArrayList<>(OFFERED);
    if (asked.stream().anyMatch(Dimension::isOfDebugInformation)) {
      offered.addAll(OFFERED_BY_DEBUG_INFORMATION);
    }
    return offered;
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

  /** The labels of spans, and of what is outside them if there are rows more. */
  private static LabelColumn column(
      Dimension dimension, Query query, int[] spans, List<String> outside) {
    Labels labels = dimension.labels(query);
    int[] ids = new int[spans.length + outside.size()];
    for (int i = 0; i < spans.length; i++) {
      ids[i] = labels.of(spans[i]);
    }
    for (int i = 0; i < outside.size(); i++) {
      ids[spans.length + i] = labels.count() + i;
    }
    return LabelColumn.of(
        dimension.name(),
        ids,
        id -> id >= labels.count() ? outside.get(id - labels.count()) : labels.text(id));
  }

  /** What rows there are for what is outside of spans. */
  private List<String> outside(List<Measure> measures, Query query) {
    Set<String> names = new LinkedHashSet<>();
    for (Measure measure : shown.isRestricted() ? List.<Measure>of() : measures) {
      names.addAll(Measures.values(measure, query).outsideParts().keySet());
    }
    return List.copyOf(names);
  }

  /** What spans have of measures, and in more rows what is outside them. */
  private static long[][] values(
      List<Measure> measures, Query query, int[] spans, List<String> outside) {
    long[][] columns = new long[measures.size()][spans.length + outside.size()];
    for (int column = 0; column < columns.length; column++) {
      MeasureValues values = Measures.values(measures.get(column), query);
      for (int i = 0; i < spans.length; i++) {
        columns[column][i] = values.of(spans[i]);
      }
      Map<String, Long> parts = values.outsideParts();
      for (int i = 0; i < outside.size(); i++) {
        columns[column][spans.length + i] = parts.getOrDefault(outside.get(i), 0L);
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
