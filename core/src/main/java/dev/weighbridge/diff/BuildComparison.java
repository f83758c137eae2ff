package dev.weighbridge.diff;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Builds of one program side by side: what each weighs as a whole and by kind of bytes, and what
 * each step from one build to the next changed. Immutable.
 */
public final class BuildComparison {
  /**
   * One row: the same figure of every build.
   *
   * @param name what is counted: {@code file}, {@code normalised}, {@code memory}, or the key of a
   *     kind of bytes in the file, or a label of the dimension that was asked for
   * @param sizes bytes, one per build
   */
  public record Row(String name, List<Long> sizes) {
    /** Copies the sizes. */
    public Row {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sizes, "sizes");
      sizes = List.copyOf(sizes);
    }

    /** How many bytes a build has more than the one before it; 0 for the first. */
    public long delta(int build) {
      return build == 0 ? 0 : sizes.get(build) - sizes.get(build - 1);
    }
  }

  private final List<BinaryFile> builds;
  private final List<Row> rows;

  /** How many rows are of the whole file, before those that sum to it. */
  private final int totals;

  private BuildComparison(List<BinaryFile> builds, List<Row> rows, int totals) {
    this.totals = totals;
    this.builds = List.copyOf(builds);
    this.rows = List.copyOf(rows);
  }

  /**
   * Compares builds.
   *
   * @param builds in the order of the steps between them; at least one
   */
  public static BuildComparison of(List<Attribution> builds) {
    Objects.requireNonNull(builds, "builds");
    if (builds.isEmpty()) {
      throw new IllegalArgumentException("builds: expected at least one, found none");
    }
    List<BinaryFile> files = new ArrayList<>();
    List<Long> file = new ArrayList<>();
    List<Long> normalised = new ArrayList<>();
    List<Long> memory = new ArrayList<>();
    List<long[]> kinds = new ArrayList<>();
    for (Attribution build : builds) {
      long[] byKind = byKind(build.partition());
      files.add(build.file());
      kinds.add(byKind);
      file.add(build.file().fileSize());
      normalised.add(build.file().fileSize() - byKind[Kind.PADDING.ordinal()]);
      memory.add(build.partition().memorySize());
    }
    List<Row> rows = new ArrayList<>();
    rows.add(new Row("file", file));
    rows.add(new Row("normalised", normalised));
    rows.add(new Row("memory", memory));
    int totals = rows.size();
    addKinds(rows, kinds);
    return new BuildComparison(files, rows, totals);
  }

  /**
   * The same comparison with rows of another dimension in place of the kinds of bytes. What has
   * another label after a step, as {@link SizeDiff} finds, stays one row.
   *
   * @param trees of the builds in their order, whose first levels are compared
   * @param limit which rows; they come in the order of what each weighs where it weighs most, which
   *     is their size here, too. What is cut is summed in one more
   */
  public BuildComparison by(List<SizeTree> trees, RowLimit limit) {
    Objects.requireNonNull(trees, "trees");
    Objects.requireNonNull(limit, "limit");
    requireOneEach("trees", trees.size());
    List<Row> all = new ArrayList<>(rows.subList(0, totals));
    ComparedLabels.of(trees, limit).forEach(row -> all.add(new Row(row.name(), row.sizes())));
    return new BuildComparison(builds, all, totals);
  }

  private void requireOneEach(String what, int count) {
    if (count != builds.size()) {
      throw new IllegalArgumentException(
          what + ": expected one per build, " + builds.size() + ", found " + count);
    }
  }

  /**
   * The same comparison with what travels of each build, as a row {@code shipped} behind the first.
   *
   * @param sizes bytes, one per build
   */
  public BuildComparison withShipped(List<Long> sizes) {
    Objects.requireNonNull(sizes, "sizes");
    requireOneEach("sizes", sizes.size());
    List<Row> all = new ArrayList<>(rows);
    all.add(1, new Row(Measures.SHIPPED.name(), sizes));
    return new BuildComparison(builds, all, totals + 1);
  }

  private static long[] byKind(Partition partition) {
    long[] byKind = new long[Kind.count()];
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      Work.checkAt(span);
      byKind[partition.kindOrdinal(span)] += partition.fileSize(span);
    }
    return byKind;
  }

  /** Adds a row for each kind that any build has. */
  private static void addKinds(List<Row> rows, List<long[]> kinds) {
    for (int kind = 0; kind < Kind.count(); kind++) {
      List<Long> sizes = new ArrayList<>();
      long sum = 0;
      for (long[] byKind : kinds) {
        sizes.add(byKind[kind]);
        sum += byKind[kind];
      }
      if (sum > 0) {
        rows.add(new Row(Kind.of(kind).key(), sizes));
      }
    }
  }

  /** The builds. */
  public List<BinaryFile> builds() {
    return builds;
  }

  /**
   * The file, what travels of it if that was told, its normalised size without padding, its memory,
   * and every kind of bytes that any build has, or every label of {@linkplain #by another
   * dimension}; these sum to the file.
   */
  public List<Row> rows() {
    return rows;
  }

  @Override
  public String toString() {
    return builds.size() + " builds";
  }
}
