package dev.weighbridge.tree;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Basis;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file weighs, level by level: each row is the sum of the rows below it, and the rows of the
 * first level sum to the file.
 *
 * <p>Built once over the spans; rows are views made when asked for. Immutable.
 */
public final class SizeTree {
  private final Query query;
  private final List<Dimension> dimensions;
  private final Set<Kind> kinds;
  private final MeasureColumns measures;
  private final List<Labels> levels;
  private final SpanGroups groups;
  private final Node root;

  /**
   * Groups the spans of a file and adds up their bytes in the file and in memory.
   *
   * @param dimensions one per level, coarsest first; at least one
   */
  public SizeTree(Query query, List<Dimension> dimensions) {
    this(query, dimensions, Measures.usual());
  }

  /**
   * Groups the spans of a file.
   *
   * @param dimensions one per level, coarsest first; at least one
   * @param measures what to add up, of which the first sorts rows; at least one, no two of one name
   * @throws IllegalStateException if the values of the spans do not add up to what a measure says
   *     of the whole
   */
  public SizeTree(Query query, List<Dimension> dimensions, List<Measure> measures) {
    this(query, dimensions, measures, EnumSet.allOf(Kind.class));
  }

  /**
   * Groups the spans of a file, and counts bytes of some kinds only, so that rows sum to those.
   *
   * @param dimensions one per level, coarsest first; at least one
   * @param measures what to add up, of which the first sorts rows; at least one, no two of one name
   * @param kinds what is counted; not to be changed afterwards
   * @throws IllegalStateException if the values of the spans do not add up to what a measure says
   *     of the whole
   */
  public SizeTree(
      Query query, List<Dimension> dimensions, List<Measure> measures, Set<Kind> kinds) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(dimensions, "dimensions");
    Objects.requireNonNull(measures, "measures");
    Objects.requireNonNull(kinds, "kinds");
    if (dimensions.isEmpty()) {
      throw new IllegalArgumentException("expected at least one dimension, found none");
    }
    Work before = query.work().begin();
    try {
      List<Dimension> asked = new ArrayList<>();
      for (Dimension dimension : dimensions) {
        asked.add(dimension.only(kinds));
      }
      this.query = Dimensions.cut(query, asked);
      this.dimensions = List.copyOf(dimensions);
      this.kinds = kinds;
      List<Labels> all = new ArrayList<>();
      for (Dimension dimension : asked) {
        all.add(dimension.labels(this.query));
      }
      this.measures = new MeasureColumns(this.query, measures);
      @Nullable OutsideRows outside = this.measures.outside();
      levels = outside == null ? List.copyOf(all) : FramedLabels.around(all, outside.names());
      groups = SpanGroups.of(this.measures, levels.get(0), kinds);
      root = Node.root(this.measures, levels, groups);
    } finally {
      Work.end(before);
    }
  }

  /** The same tree of the bytes of some kinds only; its rows sum to those bytes. */
  public SizeTree only(Set<Kind> wanted) {
    Objects.requireNonNull(wanted, "wanted");
    return new SizeTree(query, dimensions, measures(), EnumSet.copyOf(wanted));
  }

  /** The dimensions, one per level. */
  public List<Dimension> dimensions() {
    return dimensions;
  }

  /** The measures asked for; rows have {@link Measures#FILE} and {@link Measures#MEMORY} anyway. */
  public List<Measure> measures() {
    return measures.asked();
  }

  /** What the tree answers: the question asked, to spans cut where its dimensions need it. */
  public Query query() {
    return query;
  }

  /** What the tree is of. */
  public Attribution attribution() {
    return query.attribution();
  }

  /** The labels of every span, one level each. */
  public List<Labels> levels() {
    return levels;
  }

  /** The first level as columns; its groups are in the order of {@link #rows()}. */
  public SpanGroups groups() {
    return groups;
  }

  /** The kinds of bytes counted here; all of them unless restricted by {@link #only}. */
  public Set<Kind> kinds() {
    return Set.copyOf(kinds);
  }

  /** Bytes in the file, of the kinds counted here. */
  public long fileSize() {
    return root.fileSize();
  }

  /** Bytes in memory at run time, of the kinds counted here. */
  public long memorySize() {
    return root.memorySize();
  }

  /**
   * What all spans of the kinds counted here have of a measure.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public long value(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return root.value(measure);
  }

  /**
   * What the bytes of one kind have of a measure.
   *
   * @throws IllegalArgumentException if it was not asked for
   */
  public long value(Measure measure, Kind kind) {
    Objects.requireNonNull(measure, "measure");
    Objects.requireNonNull(kind, "kind");
    return root.value(measure, kind);
  }

  /** Bytes in the file of one kind. */
  public long fileSize(Kind kind) {
    Objects.requireNonNull(kind, "kind");
    return root.fileSize(kind);
  }

  /** Bytes in the file whose basis is this one. */
  public long fileSize(Basis basis) {
    Objects.requireNonNull(basis, "basis");
    return root.fileSize(basis);
  }

  /**
   * All rows of the first level, largest first by the first measure, then by the second and so on;
   * equal ones keep the order of the file's tables.
   */
  public List<SizeRow> rows() {
    return root.rows();
  }

  /** The row above the first level. */
  SizeRow root() {
    return root;
  }

  @Override
  public String toString() {
    return attribution().file().name()
        + ", by "
        + dimensions.stream().map(Dimension::name).collect(Collectors.joining(", "));
  }
}
