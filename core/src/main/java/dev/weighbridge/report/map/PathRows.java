package dev.weighbridge.report.map;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.PageRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a page while they are collected from a tree, each by the labels that lead to it. */
public final class PathRows {
  private final List<String> levels;
  private final List<Map<String, Integer>> ids = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();
  private final List<IntColumn> labels = new ArrayList<>();
  private final List<LongColumn> figures = new ArrayList<>();

  /**
   * No rows yet.
   *
   * @param levels the names of the levels, coarsest first
   * @param figures how many figures a row has
   */
  public PathRows(List<String> levels, int figures) {
    this.levels = List.copyOf(levels);
    for (int level = 0; level < levels.size(); level++) {
      ids.add(new HashMap<>());
      texts.add(new ArrayList<>());
      labels.add(new IntColumn(0));
    }
    for (int column = 0; column < figures; column++) {
      this.figures.add(new LongColumn(0));
    }
  }

  /**
   * Adds a row.
   *
   * @param path its labels; where it has fewer than there are levels, it is what stands directly in
   *     the last of them, and where it has more, the others are left out
   */
  public void add(List<String> path, long... values) {
    for (int level = 0; level < levels.size(); level++) {
      labels.get(level).add(id(level, level < path.size() ? path.get(level) : MapNode.ITSELF));
    }
    for (int column = 0; column < values.length; column++) {
      figures.get(column).add(values[column]);
    }
  }

  private int id(int level, String text) {
    Integer known = ids.get(level).putIfAbsent(text, texts.get(level).size());
    if (known != null) {
      return known;
    }
    texts.get(level).add(text);
    return texts.get(level).size() - 1;
  }

  /** One row for each path. */
  public PageRows rows() {
    List<LabelColumn> columns = new ArrayList<>();
    for (int level = 0; level < levels.size(); level++) {
      List<String> names = texts.get(level);
      columns.add(LabelColumn.of(levels.get(level), labels.get(level).freeze(), names::get));
    }
    long[][] sums = new long[figures.size()][];
    for (int column = 0; column < sums.length; column++) {
      sums[column] = figures.get(column).freeze();
    }
    return new PageRows(columns, sums).joined();
  }
}
