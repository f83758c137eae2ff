package dev.weighbridge.tree;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import java.util.AbstractList;
import java.util.List;
import java.util.Optional;

/** A row that stands for some spans. */
final class Node implements SizeRow {
  private final Attribution attribution;
  private final List<Labels> levels;
  private final int level;
  private final int label;
  private final int[] spans;
  private final long fileSize;
  private final long memorySize;
  private final SpanGroups children;
  private volatile long[] kinds;
  private volatile long[] bases;

  private Node(
      Attribution attribution,
      List<Labels> levels,
      int level,
      int label,
      int[] spans,
      long fileSize,
      long memorySize,
      SpanGroups children) {
    this.attribution = attribution;
    this.levels = levels;
    this.level = level;
    this.label = label;
    this.spans = spans;
    this.fileSize = fileSize;
    this.memorySize = memorySize;
    this.children = children;
  }

  /** The row above the first level. */
  static Node root(Attribution attribution, List<Labels> levels, SpanGroups groups) {
    return new Node(
        attribution,
        levels,
        -1,
        -1,
        groups.spans(),
        groups.totalFileSize(),
        groups.totalMemorySize(),
        groups);
  }

  private Node child(SpanGroups groups, int group) {
    return new Node(
        attribution,
        levels,
        level + 1,
        groups.label(group),
        groups.spans(group),
        groups.fileSize(group),
        groups.memorySize(group),
        null);
  }

  @Override
  public String label() {
    return levels.get(level).text(label);
  }

  @Override
  public long fileSize() {
    return fileSize;
  }

  @Override
  public long memorySize() {
    return memorySize;
  }

  @Override
  public int count() {
    return attribution.countPayers(spans);
  }

  @Override
  public long fileSize(Kind kind) {
    if (kinds == null) {
      long[] sums = new long[Kind.count()];
      Partition partition = attribution.partition();
      for (int span : spans) {
        sums[partition.kindOrdinal(span)] += partition.fileSize(span);
      }
      kinds = sums;
    }
    return kinds[kind.ordinal()];
  }

  @Override
  public long fileSize(Basis basis) {
    if (bases == null) {
      long[] sums = new long[Basis.count()];
      Partition partition = attribution.partition();
      for (int span : spans) {
        sums[partition.basisOrdinal(span)] += partition.fileSize(span);
      }
      bases = sums;
    }
    return bases[basis.ordinal()];
  }

  @Override
  public Basis basis() {
    int weakest = 0;
    for (int span : spans) {
      weakest = Math.max(weakest, attribution.partition().basisOrdinal(span));
    }
    return Basis.of(weakest);
  }

  @Override
  public List<SizeRow> rows() {
    if (level + 1 >= levels.size()) {
      return List.of();
    }
    SpanGroups groups =
        children != null
            ? children
            : new SpanGroups(attribution.partition(), levels.get(level + 1), spans);
    return new AbstractList<>() {
      @Override
      public SizeRow get(int index) {
        return child(groups, index);
      }

      @Override
      public int size() {
        return groups.count();
      }
    };
  }

  @Override
  public Optional<SymbolFacts> symbol() {
    int owner = level < 0 ? -1 : levels.get(level).owner(label);
    return owner < 0 || attribution.owners().isLabel(owner)
        ? Optional.empty()
        : Optional.of(
            new SymbolFacts(
                attribution.owners().address(owner), attribution.owners().rawNames(owner)));
  }
}
