package dev.weighbridge.report.size;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.HtmlPage;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.PageRows;
import dev.weighbridge.tree.SelectedRows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/**
 * Sizes as one HTML page to look around in: a treemap to zoom, a table to search and sort, grouped
 * by any of several dimensions. It opens as the report is grouped and sorted, and holds all rows
 * that its filter and kinds leave: a page needs no limit of rows per level.
 */
final class SizePage {
  private static final List<Dimension> OFFERED = Dimensions.all();

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

  void write(Appendable out) throws IOException {
    List<String> figures = List.of("fileSize", "memorySize");
    HtmlPage.write(out, file.name(), figures, rows().atMost(mostRows), this::facts);
  }

  private void facts(JsonGenerator json) {
    json.writeStringProperty("file", SafeText.of(file.name()));
    json.writeStringProperty("format", file.format());
    json.writeStringProperty("machine", file.machine());
    json.writeNumberProperty("fileSize", file.fileSize());
    json.writeArrayPropertyStart("by");
    for (Dimension dimension : shown.tree().dimensions()) {
      json.writeString(dimension.name());
    }
    json.writeEndArray();
    json.writeStringProperty("sort", shown.selection().order().name().toLowerCase(Locale.ROOT));
    json.writeArrayPropertyStart("notes");
    if (shown.tree().pricing() == Pricing.OWN) {
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
    json.writeEndArray();
  }

  private PageRows rows() {
    List<Dimension> dimensions = new ArrayList<>(shown.tree().dimensions());
    Set<String> names = new HashSet<>();
    dimensions.forEach(dimension -> names.add(dimension.name()));
    for (Dimension offered : OFFERED) {
      // By name: crates by another policy are another dimension of the same name.
      if (names.add(offered.name())) {
        dimensions.add(offered);
      }
    }
    Attribution attribution = Dimensions.cut(shown.tree().attribution(), dimensions);
    int[] spans = spans(attribution.partition(), shown.tree().kinds());
    int levels = shown.tree().dimensions().size();
    List<LabelColumn> columns = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      LabelColumn column = column(dimension, attribution, shown.tree().pricing(), spans);
      // A dimension in which all bytes are alike tells nothing.
      if (columns.size() < levels || column.count() > 1) {
        columns.add(column);
      }
    }
    PageRows rows = new PageRows(columns, sizes(attribution.partition(), spans)).joined();
    return shown.selection().filter().isEmpty()
        ? rows
        : rows.only(matching(rows, levels, shown.selection().filter().get()));
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

  private static LabelColumn column(
      Dimension dimension, Attribution attribution, Pricing pricing, int[] spans) {
    Labels labels = dimension.labels(attribution, pricing);
    int[] ids = new int[spans.length];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = labels.of(spans[i]);
    }
    return LabelColumn.of(dimension.name(), ids, labels::text);
  }

  private static long[][] sizes(Partition partition, int[] spans) {
    long[][] sizes = new long[2][spans.length];
    for (int i = 0; i < spans.length; i++) {
      sizes[0][i] = partition.fileSize(spans[i]);
      sizes[1][i] = partition.memorySize(spans[i]);
    }
    return sizes;
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
