package dev.weighbridge.diff;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.tree.SizeTree;
import dev.weighbridge.tree.SpanGroups;

/** What a row is in one of the builds: some spans, possibly none. */
final class RowInOneBuild {
  private static final int[] NO_SPANS = {};

  private final SizeTree tree;
  private final int level;
  private final int label;
  private final int[] spans;
  private final long fileSize;
  private final long memorySize;

  private RowInOneBuild(
      SizeTree tree, int level, int label, int[] spans, long fileSize, long memorySize) {
    this.tree = tree;
    this.level = level;
    this.label = label;
    this.spans = spans;
    this.fileSize = fileSize;
    this.memorySize = memorySize;
  }

  /** Nothing, at a level. */
  static RowInOneBuild absent(SizeTree tree, int level) {
    return new RowInOneBuild(tree, level, -1, NO_SPANS, 0, 0);
  }

  /** A group of a level. */
  static RowInOneBuild of(SizeTree tree, int level, SpanGroups groups, int group) {
    return new RowInOneBuild(
        tree,
        level,
        groups.label(group),
        groups.spans(group),
        groups.fileSize(group),
        groups.memorySize(group));
  }

  boolean isPresent() {
    return label >= 0;
  }

  Attribution attribution() {
    return tree.attribution();
  }

  private Labels labels() {
    return tree.levels().get(level);
  }

  String text() {
    return labels().text(label);
  }

  /** The owner behind the label, or -1. */
  int owner() {
    return label < 0 ? -1 : labels().owner(label);
  }

  long fileSize() {
    return fileSize;
  }

  long memorySize() {
    return memorySize;
  }

  long fileSize(Kind kind) {
    Partition partition = attribution().partition();
    long sum = 0;
    for (int span : spans) {
      sum += partition.kindOrdinal(span) == kind.ordinal() ? partition.fileSize(span) : 0;
    }
    return sum;
  }

  Weight weight() {
    if (!isPresent()) {
      return Weight.NONE;
    }
    int count = attribution().countPayers(spans);
    return new Weight(fileSize, memorySize, fileSize(Kind.PADDING), count);
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
    return new SpanGroups(attribution().partition(), tree.levels().get(level + 1), spans);
  }
}
