package dev.weighbridge.diff;

import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows the labels of one dimension from build to build. What has another label after a step, as
 * a crate of another version or a function of another name and the same bytes, stays one row, under
 * the label that it had last.
 */
final class ComparedLabels {
  /**
   * What a label weighs.
   *
   * @param sizes bytes, one per build
   */
  record Compared(String name, List<Long> sizes) {}

  private final int builds;
  private final List<String> names = new ArrayList<>();
  private final List<long[]> sizes = new ArrayList<>();

  /** The row of each label as of the last build, or of the last one that had it. */
  private Map<String, Integer> rows = new HashMap<>();

  private ComparedLabels(int builds) {
    this.builds = builds;
  }

  /**
   * The rows of the first level of some builds, the largest first; they sum to the files.
   *
   * @param limit which; what is cut is summed in one more
   */
  static List<Compared> of(List<SizeTree> trees, RowLimit limit) {
    ComparedLabels labels = new ComparedLabels(trees.size());
    for (int build = 0; build < trees.size(); build++) {
      labels.add(trees, build);
    }
    return labels.largest(limit);
  }

  private void add(List<SizeTree> trees, int build) {
    Map<String, String> former =
        build == 0 ? Map.of() : renamed(new SizeDiff(trees.get(build - 1), trees.get(build)));
    Map<String, Integer> before = new HashMap<>(rows);
    Map<String, Integer> after = new HashMap<>(rows);
    former.values().forEach(before::remove);
    former.values().forEach(after::remove);
    for (SizeRow row : trees.get(build).rows()) {
      String label = row.label();
      String old = former.get(label);
      Integer known = old == null ? before.get(label) : rows.get(old);
      int at = known == null ? newRow(label, after) : known;
      after.put(label, at);
      names.set(at, label);
      sizes.get(at)[build] += row.fileSize();
    }
    rows = after;
  }

  /** A label may stand for several things of a build. */
  private int newRow(String label, Map<String, Integer> after) {
    Integer known = after.get(label);
    if (known != null) {
      return known;
    }
    names.add(label);
    sizes.add(new long[builds]);
    return names.size() - 1;
  }

  private static Map<String, String> renamed(SizeDiff diff) {
    Map<String, String> former = new HashMap<>();
    for (DiffRow row : diff.rows()) {
      row.formerLabel().ifPresent(old -> former.putIfAbsent(row.label(), old));
    }
    return former;
  }

  private List<Compared> largest(RowLimit limit) {
    List<Compared> all = new ArrayList<>();
    for (int row = 0; row < names.size(); row++) {
      all.add(new Compared(names.get(row), boxed(sizes.get(row))));
    }
    Comparator<Compared> bySize = Comparator.comparingLong(ComparedLabels::most);
    all.sort(bySize.reversed().thenComparing(Compared::name));
    return limit.cut(all, Compared::name, ComparedLabels::most).withSum(this::sum);
  }

  private Compared sum(String name, List<Compared> rows) {
    long[] sum = new long[builds];
    for (Compared row : rows) {
      for (int build = 0; build < builds; build++) {
        sum[build] += row.sizes().get(build);
      }
    }
    return new Compared(name, boxed(sum));
  }

  private static long most(Compared row) {
    return row.sizes().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  private static List<Long> boxed(long[] values) {
    List<Long> boxed = new ArrayList<>();
    for (long value : values) {
      boxed.add(value);
    }
    return boxed;
  }
}
