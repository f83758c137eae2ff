package dev.weighbridge.diff;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.SizeTree;
import dev.weighbridge.tree.SpanGroups;

/** What a row is in one of the builds: some spans, possibly none. */
final class RowInOneBuild {
  private final SizeTree tree;
  private final int level;
  private final SpanGroups groups;
  private final int group;

  /**
   * A group of a level, or nothing.
   *
   * @param group -1 for nothing
   */
  RowInOneBuild(SizeTree tree, int level, SpanGroups groups, int group) {
    this.tree = tree;
    this.level = level;
    this.groups = groups;
    this.group = group;
  }

  boolean isPresent() {
    return group >= 0;
  }

  Attribution attribution() {
    return tree.attribution();
  }

  private Labels labels() {
    return tree.levels().get(level);
  }

  String text() {
    return labels().text(groups.label(group));
  }

  /** The change of a column from another build to this one. */
  long minus(RowInOneBuild other, int column) {
    return value(column) - other.value(column);
  }

  private long value(int column) {
    return isPresent() ? groups.value(column, group) : 0;
  }

  private static long padding(Partition partition, int[] spans) {
    long sum = 0;
    for (int span : spans) {
      boolean isPadding = partition.kindOrdinal(span) == Kind.PADDING.ordinal();
      sum += isPadding ? partition.fileSize(span) : 0;
    }
    return sum;
  }

  Weight weight() {
    if (!isPresent()) {
      return Weight.NONE;
    }
    long[] values = new long[groups.measures().size()];
    for (int column = 0; column < values.length; column++) {
      values[column] = value(column);
    }
    Attribution attribution = tree.attribution();
    int[] spans = groups.spans(group);
    long padding = padding(attribution.partition(), spans);
    return new Weight(groups.measures(), values, padding, attribution.countPayers(spans));
  }

  boolean isLast() {
    return level + 1 >= tree.levels().size();
  }

  SizeTree tree() {
    return tree;
  }

  int nextLevel() {
    return level + 1;
  }

  /** The groups of the next level. */
  SpanGroups groups() {
    Labels next = tree.levels().get(level + 1);
    return isPresent() ? groups.below(group, next) : groups.none(next);
  }
}
