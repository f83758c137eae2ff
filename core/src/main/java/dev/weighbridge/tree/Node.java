package dev.weighbridge.tree;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A row that stands for some spans. */
final class Node implements SizeRow {
  private final MeasureColumns measures;
  private final List<Labels> levels;
  private final int level;
  private final SpanGroups groups;
  private final int group;
  private volatile @Nullable TraitSizes sizes;

  /**
   * A row.
   *
   * @param level that of its label; -1 for the row above the first level
   * @param groups the groups it is one of; for the row above the first level those below it
   */
  private Node(
      MeasureColumns measures, List<Labels> levels, int level, SpanGroups groups, int group) {
    this.measures = measures;
    this.levels = levels;
    this.level = level;
    this.groups = groups;
    this.group = group;
  }

  /** The row above the first level. */
  static Node root(MeasureColumns measures, List<Labels> levels, SpanGroups groups) {
    return new Node(measures, levels, -1, groups, -1);
  }

  private Attribution attribution() {
    return measures.query().attribution();
  }

  private int[] spans() {
    return level < 0 ? groups.spans() : groups.spans(group);
  }

  @Override
  public String label() {
    return levels.get(level).text(groups.label(group));
  }

  @Override
  public String version() {
    return levels.get(level).version(groups.label(group));
  }

  @Override
  public List<Measure> measures() {
    return measures.asked();
  }

  @Override
  public long value(Measure measure) {
    return value(measures.of(measure));
  }

  @Override
  public long fileSize() {
    return value(measures.file);
  }

  @Override
  public long memorySize() {
    return value(measures.memory);
  }

  private long value(int column) {
    return level < 0 ? groups.totalValue(column) : groups.value(column, group);
  }

  @Override
  public int count() {
    return attribution().countPayers(spans());
  }

  @Override
  public long value(Measure measure, Kind kind) {
    int column = measures.of(measure);
    return column == measures.file
        ? sizes().ofKind(kind)
        : KindSums.of(partition(), measures.values(column), spans())[kind.ordinal()];
  }

  private Partition partition() {
    return attribution().partition();
  }

  @Override
  public long fileSize(Basis basis) {
    return sizes().ofBasis(basis);
  }

  private TraitSizes sizes() {
    if (sizes == null) {
      boolean isOfAll = level < 0 && groups.areOfAll();
      sizes = new TraitSizes(partition(), isOfAll ? null : spans());
    }
    return sizes;
  }

  @Override
  public Basis basis() {
    int weakest = 0;
    for (int span : spans()) {
      weakest = Math.max(weakest, partition().basisOrdinal(span));
    }
    return Basis.of(weakest);
  }

  @Override
  public List<SizeRow> rows() {
    if (level + 1 >= levels.size()) {
      return List.of();
    }
    SpanGroups below = level < 0 ? groups : groups.below(group, levels.get(level + 1));
    return new AbstractList<>() {
      @Override
      public SizeRow get(int index) {
        return new Node(
            measures, levels, level + 1, below, Objects.checkIndex(index, below.count()));
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
    Owners owners = attribution().owners();
    return owner < 0 || owners.isLabel(owner)
        ? Optional.empty()
        : Optional.of(new SymbolFacts(owners.address(owner), owners.rawNames(owner)));
  }
}
