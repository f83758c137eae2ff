package dev.weighbridge.report.graph;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.graph.RetainedRow;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.map.PathRows;
import dev.weighbridge.report.map.RowMap;
import dev.weighbridge.report.writing.PageMeasures;
import dev.weighbridge.report.writing.PageRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What items keep as rows to look around in: in an item is what only it keeps, so that its area is
 * what it retains. Deeper items count for the last level.
 */
final class RetainedMap {
  private static final int LEVELS = 6;
  private static final String FIGURE = "fileSize";

  private final RetainedTree tree;

  /** An item on the way, with the items that keep it. */
  private record Step(RetainedRow row, List<String> path) {}

  RetainedMap(RetainedTree tree) {
    this.tree = tree;
  }

  /** All rows that the filter leaves, with all that a page tells of them. */
  RowMap map() {
    List<String> levels = new ArrayList<>(List.of("item"));
    for (int level = 1; level < LEVELS; level++) {
      levels.add("kept:" + level);
    }
    PathRows paths = new PathRows(levels, 1);
    RetainedTree all = tree.whole();
    Deque<Step> steps = new ArrayDeque<>();
    all.rows().forEach(row -> steps.add(new Step(row, List.of(row.label()))));
    while (!steps.isEmpty()) {
      Step step = steps.remove();
      paths.add(step.path(), step.row().fileSize());
      for (RetainedRow below : all.below(step.row())) {
        steps.add(new Step(below, deeper(step.path(), below.label())));
      }
    }
    BinaryFile file = tree.file();
    String about = file.format() + " " + file.machine() + ", " + Figures.bytes(file.fileSize());
    return new RowMap(
        SafeText.of(file.name()),
        about + ", what items keep",
        levels,
        List.of(FIGURE),
        0,
        paths.rows().atMost(PageRows.MOST),
        this::facts);
  }

  private static List<String> deeper(List<String> path, String label) {
    if (path.size() == LEVELS) {
      return path;
    }
    List<String> deeper = new ArrayList<>(path);
    deeper.add(label);
    return deeper;
  }

  private void facts(JsonGenerator json) {
    BinaryFile file = tree.file();
    json.writeStringProperty("file", SafeText.of(file.name()));
    json.writeStringProperty("format", file.format());
    json.writeStringProperty("machine", file.machine());
    json.writeNumberProperty("fileSize", file.fileSize());
    json.writeBooleanProperty("isChain", true);
    json.writeArrayPropertyStart("measures");
    PageMeasures.write(json, "retained", "Retained", FIGURE);
    json.writeEndArray();
    json.writeStringProperty("sort", "retained_size");
    json.writeArrayPropertyStart("notes");
    json.writeString("in an item is what would go with it: what nothing else keeps");
    if (tree.selection().filter().isPresent()) {
      String pattern = tree.selection().filter().get().pattern();
      json.writeString("filtered by " + SafeText.of(pattern));
    }
    json.writeEndArray();
  }
}
