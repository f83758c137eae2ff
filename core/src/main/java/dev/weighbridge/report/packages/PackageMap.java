package dev.weighbridge.report.packages;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.PackageDimension;
import dev.weighbridge.dimension.PackageDimension.What;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.PackageTree;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.map.PathRows;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.report.writing.MeasureText;
import dev.weighbridge.report.writing.PageMeasures;
import dev.weighbridge.report.writing.PageRows;
import dev.weighbridge.tree.RowSelection;
import dev.weighbridge.tree.SizeRow;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What a package weighs as rows to look around in: all that its filter leaves. Where there are many
 * entries, their folders come before them.
 */
final class PackageMap {
  /** With more entries in a package, few of them are more than a dot on the map. */
  private static final int FEW_ENTRIES = 60;

  /** With more, the folders of one folder are too many, too. */
  private static final int MANY_ENTRIES = 1_000;

  private static final int DEEPEST = 2;

  private final String name;
  private final String format;
  private final long shippedSize;
  private final PackageTree tree;
  private final RowSelection selection;
  private final List<Measure> measures;
  private final List<Dimension> asked;

  /** The folders that come before whole paths. */
  private final List<PackageDimension> folders = new ArrayList<>();

  PackageMap(
      String name, String format, long shippedSize, PackageTree tree, RowSelection selection) {
    this.name = name;
    this.format = format;
    this.shippedSize = shippedSize;
    this.tree = tree;
    this.selection = selection;
    measures = tree.measures();
    asked = tree.dimensions();
    int entries = entries(tree.rows(), 0);
    int depth = entries <= FEW_ENTRIES ? 0 : entries <= MANY_ENTRIES ? 1 : DEEPEST;
    boolean isByFolders = asked.stream().anyMatch(level -> isOfPaths(level) && !isEntry(level));
    for (int i = 1; i <= depth && !isByFolders; i++) {
      folders.add(new PackageDimension(What.ENTRY, i));
    }
  }

  /** How many rows there are on the level of whole paths. */
  private int entries(List<SizeRow> rows, int level) {
    if (level == asked.size()) {
      return 0;
    }
    if (isEntry(asked.get(level))) {
      return rows.size();
    }
    int entries = 0;
    for (SizeRow row : rows) {
      entries += entries(row.rows(), level + 1);
    }
    return entries;
  }

  private static boolean isOfPaths(Dimension level) {
    return level instanceof PackageDimension known && known.what() == What.ENTRY;
  }

  private static boolean isEntry(Dimension level) {
    return isOfPaths(level) && ((PackageDimension) level).depth() == PackageDimension.WHOLE;
  }

  /** The rows with all that a page tells of them. */
  RowMap map() {
    List<String> levels = new ArrayList<>();
    for (Dimension dimension : asked) {
      if (isEntry(dimension)) {
        folders.forEach(folder -> levels.add(folder.name()));
      }
      levels.add(dimension.name());
    }
    PathRows paths = new PathRows(levels, measures.size());
    boolean isKept = selection.filter().isEmpty();
    collect(paths, tree.rows(), 0, List.of(), isKept);
    List<String> figures = measures.stream().map(MeasureText::key).toList();
    return new RowMap(
        SafeText.of(name),
        format + ", " + Figures.bytes(shippedSize),
        levels,
        figures,
        selection.order().measure(measures).map(measures::indexOf).orElse(0),
        paths.rows().atMost(PageRows.MOST),
        this::facts);
  }

  private void collect(
      PathRows paths, List<SizeRow> rows, int level, List<String> above, boolean isKept) {
    for (SizeRow row : rows) {
      String label = row.label();
      List<String> path = new ArrayList<>(above);
      if (isEntry(asked.get(level))) {
        folders.forEach(folder -> path.add(label.startsWith("[") ? label : folder.label(label)));
      }
      path.add(label);
      boolean isRowKept = isKept || matches(label);
      if (!row.rows().isEmpty()) {
        collect(paths, row.rows(), level + 1, path, isRowKept);
      } else if (isRowKept) {
        paths.add(path, measures.stream().mapToLong(row::value).toArray());
      }
    }
  }

  private boolean matches(String label) {
    return selection.filter().orElseThrow().matcher(label).find();
  }

  private void facts(JsonGenerator json) {
    json.writeStringProperty("file", SafeText.of(name));
    json.writeStringProperty("format", format);
    json.writeStringProperty("machine", "");
    json.writeNumberProperty("fileSize", shippedSize);
    PageMeasures.write(json, measures);
    String sort = PageMeasures.sort(selection.order(), measures);
    json.writeStringProperty("sort", sort);
    json.writeArrayPropertyStart("notes");
    json.writeString(Figures.bytes(tree.fileSize()) + " unpacked");
    if (selection.filter().isPresent()) {
      String pattern = selection.filter().get().pattern();
      json.writeString("filtered by " + SafeText.of(pattern));
    }
    json.writeEndArray();
  }
}
