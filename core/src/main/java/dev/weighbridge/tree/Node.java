package dev.weighbridge.tree;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A row that stands for some spans. */
final class Node implements SizeRow {
  private final Attribution attribution;
  private final List<Labels> levels;
  private final int level;
  private final SpanGroups groups;
  private final int group;
  private volatile TraitSizes sizes;

  /**
   * A row.
   *
   * @param level that of its label; -1 for the row above the first level
   * @param groups the groups it is one of; for the row above the first level those below it
   */
  private Node(
      Attribution attribution, List<Labels> levels, int level, SpanGroups groups, int group) {
    this.attribution = attribution;
    this.levels = levels;
    this.level = level;
    this.groups = groups;
    this.group = group;
  }

  /** The row above the first level. */
  static Node root(Attribution attribution, List<Labels> levels, SpanGroups groups) {
    return new Node(attribution, levels, -1, groups, -1);
  }

  private int[] spans() {
    return level < 0 ? groups.spans() : groups.spans(group);
  }

  @Override
  public String label() {
    return levels.get(level).text(groups.label(group));
  }

  @Override
  public long fileSize() {
    return level < 0 ? groups.totalFileSize() : groups.fileSize(group);
  }

  @Override
  public long memorySize() {
    return level < 0 ? groups.totalMemorySize() : groups.memorySize(group);
  }

  @Override
  public int count() {
    return attribution.countPayers(spans());
  }

  @Override
  public long fileSize(Kind kind) {
    return sizes().ofKind(kind);
  }

  @Override
  public long fileSize(Basis basis) {
    return sizes().ofBasis(basis);
  }

  private TraitSizes sizes() {
    if (sizes == null) {
      sizes = new TraitSizes(attribution.partition(), spans());
    }
    return sizes;
  }

  @Override
  public Basis basis() {
    int weakest = 0;
    for (int span : spans()) {
      weakest = Math.max(weakest, attribution.partition().basisOrdinal(span));
    }
    return Basis.of(weakest);
  }

  @Override
  public List<SizeRow> rows() {
    if (level + 1 >= levels.size()) {
      return List.of();
    }
    SpanGroups below =
        level < 0
            ? groups
            : new SpanGroups(attribution.partition(), levels.get(level + 1), spans());
    return new AbstractList<>() {
      @Override
      public SizeRow get(int index) {
        return new Node(
            attribution, levels, level + 1, below, Objects.checkIndex(index, below.count()));
      }

      @Override
      public int size() {
        return below.count();
      }
    };
  }

  @Override
  public Optional<SymbolFacts> symbol() {
    int owner = level < 0 ? -1 : levels.get(level).owner(groups.label(group));
    return owner < 0 || attribution.owners().isLabel(owner)
        ? Optional.empty()
        : Optional.of(
            new SymbolFacts(
                attribution.owners().address(owner), attribution.owners().rawNames(owner)));
  }
}
