package dev.weighbridge.tree;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.crates.Crates;
import dev.weighbridge.dimension.CrateDimension;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a file weighs, level by level: each row is the sum of the rows below it, and the rows of the
 * first level sum to the file.
 *
 * <p>Built once over the spans; rows are views made when asked for. Immutable.
 */
public final class SizeTree {
  private final Attribution attribution;
  private final List<Dimension> dimensions;
  private final Pricing pricing;
  private final Set<Kind> kinds;
  private final List<Labels> levels;
  private final SpanGroups groups;
  private final Node root;

  /**
   * Groups the spans of a file.
   *
   * @param dimensions one per level, coarsest first; at least one
   */
  public SizeTree(Attribution attribution, List<Dimension> dimensions, Pricing pricing) {
    this(attribution, dimensions, pricing, EnumSet.allOf(Kind.class));
  }

  private SizeTree(
      Attribution attribution, List<Dimension> dimensions, Pricing pricing, Set<Kind> kinds) {
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("expected at least one dimension, found none");
    }
    this.attribution = Dimensions.cut(attribution, dimensions);
    this.dimensions = List.copyOf(dimensions);
    this.pricing = pricing;
    this.kinds = kinds;
    List<Labels> all = new ArrayList<>();
    for (Dimension dimension : dimensions) {
      all.add(dimension.labels(this.attribution, pricing));
    }
    levels = List.copyOf(all);
    groups = new SpanGroups(this.attribution.partition(), levels.get(0), kinds);
    root = Node.root(this.attribution, levels, groups);
  }

  /** The same tree of the bytes of some kinds only; its rows sum to those bytes. */
  public SizeTree only(Set<Kind> wanted) {
    return new SizeTree(attribution, dimensions, pricing, EnumSet.copyOf(wanted));
  }

  /** The dimensions, one per level. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** What the tree is of. */
  public Attribution attribution() {
    return attribution;
  }

  /** The labels of every span, one level each. */
  public List<Labels> levels() {
    return levels;
  }

  /** The first level as columns; its groups are in the order of {@link #rows()}. */
  public SpanGroups groups() {
    return groups;
  }

  /** What counts in the price of a symbol here. */
  public Pricing pricing() {
    return pricing;
  }

  /** The policy by which a level finds crates, if one does. */
  public Optional<CratePolicy> cratePolicy() {
    for (Dimension dimension : dimensions) {
      if (dimension.cratePolicy().isPresent()) {
        return dimension.cratePolicy();
      }
    }
    return Optional.empty();
  }

  /** The level that shows crates, if one does. */
  public Optional<CrateDimension> crates() {
    for (Dimension dimension : dimensions) {
      if (dimension instanceof CrateDimension crates) {
        return Optional.of(crates);
      }
    }
    return Optional.empty();
  }

  /** The crates of the standard library among those that a level shows, by their labels, sorted. */
  public List<String> standardCrates() {
    List<String> labels = new ArrayList<>();
    if (crates().isPresent()) {
      CrateTable table = Crates.of(attribution, crates().get().policy());
      for (int row = 0; row < table.count(); row++) {
        if (table.crate(row).origin() == CrateOrigin.STANDARD) {
          labels.add(table.label(row));
        }
      }
    }
    Collections.sort(labels);
    return labels;
  }

  /** The kinds of bytes counted here; all of them unless restricted by {@link #only}. */
  public Set<Kind> kinds() {
    return Set.copyOf(kinds);
  }

  /** Bytes in the file, of the kinds counted here. */
  public long fileSize() {
    return groups.totalFileSize();
  }

  /** Bytes in memory at run time, of the kinds counted here. */
  public long memorySize() {
    return groups.totalMemorySize();
  }

  /** Bytes in the file of one kind. */
  public long fileSize(Kind kind) {
    return root.fileSize(kind);
  }

  /** Bytes in the file whose basis is this one. */
  public long fileSize(Basis basis) {
    return root.fileSize(basis);
  }

  /**
   * All rows of the first level, largest first; equal sizes keep the order of the file's tables.
   */
  public List<SizeRow> rows() {
    return root.rows();
  }

  /** The row above the first level. */
  SizeRow root() {
    return root;
  }
}
