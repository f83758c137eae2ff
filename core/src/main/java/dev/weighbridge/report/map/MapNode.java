package dev.weighbridge.report.map;

import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.LabelColumn;
import dev.weighbridge.report.writing.PageRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A label of some level and what is below it: rows grouped level by level, as the page does it. */
final class MapNode {
  /** What stands directly in something that has others in it. */
  static final String ITSELF = "[itself]";

  private final String text;
  private final @Nullable MapNode parent;
  private final long[] values;
  private final long[] byKind;

  /** By the number of the label, which is its place in the file. */
  private final Map<Integer, MapNode> below = new TreeMap<>();

  private MapNode(String text, @Nullable MapNode parent, int figures, int kinds) {
    this.text = text;
    this.parent = parent;
    values = new long[figures];
    byKind = new long[kinds];
  }

  /**
   * Groups rows.
   *
   * @param whole what all of them are called
   * @param by the levels
   * @param kind tells kinds of bytes; of no use if there are no kinds to be told
   * @param figures how many columns of figures there are
   */
  static MapNode of(
      PageRows rows, String whole, List<LabelColumn> by, @Nullable LabelColumn kind, int figures) {
    int kinds = kind == null ? 0 : kind.count();
    MapNode root = new MapNode(whole, null, figures, kinds);
    for (int row = 0; row < rows.count(); row++) {
      MapNode node = root;
      node.add(rows, row, kind);
      for (LabelColumn level : by) {
        MapNode above = node;
        int label = level.of(row);
        MapNode known = node.below.get(label);
        if (known == null) {
          known = new MapNode(SafeText.of(level.text(label)), above, figures, kinds);
          node.below.put(label, known);
        }
        node = known;
        node.add(rows, row, kind);
      }
    }
    return root;
  }

  private void add(PageRows rows, int row, @Nullable LabelColumn kind) {
    for (int column = 0; column < values.length; column++) {
      values[column] += rows.figure(column, row);
    }
    if (kind != null) {
      byKind[kind.of(row)] += rows.figure(0, row);
    }
  }

  String text() {
    return text;
  }

  /** What it is in; null for the whole. */
  @Nullable MapNode parent() {
    return parent;
  }

  long value(int column) {
    return values[column];
  }

  /** Bytes of a kind, by the first figure. */
  long ofKind(int kind) {
    return byKind[kind];
  }

  /** The label of the kind that most of its bytes are of. */
  int kind() {
    int most = 0;
    for (int kind = 1; kind < byKind.length; kind++) {
      most = byKind[kind] > byKind[most] ? kind : most;
    }
    return most;
  }

  /** What is below it, the largest first; equal ones in the order of the file. */
  List<MapNode> largest(int column) {
    List<MapNode> sorted = new ArrayList<>(below.values());
    sorted.sort(Comparator.comparingLong((MapNode node) -> node.values[column]).reversed());
    return sorted;
  }

  /** Whether there is more to say of it. */
  boolean opens() {
    return !inner().below.isEmpty();
  }

  /** Itself, or the one below it that says the same of all its bytes. */
  MapNode inner() {
    MapNode at = this;
    while (at.parent != null && at.below.size() == 1) {
      MapNode only = at.below.values().iterator().next();
      boolean saysTheSame =
          only.text.equals(at.text)
              || only.text.equals("[" + at.text + "]")
              || only.text.equals(ITSELF);
      if (!saysTheSame) {
        break;
      }
      at = only;
    }
    return at;
  }

  /** The label without what stands above it already: {@code b::c} below {@code a}. */
  String shown() {
    for (MapNode at = parent; at != null && at.parent != null; at = at.parent) {
      if (text.equals(at.text)) {
        return ITSELF;
      }
      String rest = text.startsWith(at.text) ? text.substring(at.text.length()) : "";
      if (rest.startsWith("::") && rest.length() > 2) {
        return rest.substring(2);
      }
      if (rest.startsWith("/") && rest.length() > 1) {
        return rest.substring(1);
      }
    }
    return text;
  }
}
