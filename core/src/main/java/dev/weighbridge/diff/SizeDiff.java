package dev.weighbridge.diff;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.query.Query;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two builds, level by level.
 *
 * <p>Rows are matched by what they are, not by their raw names: hashes, disambiguators of crates,
 * numbers of closures and of LLVM's copies do not count, then generic arguments do not, and what is
 * left is matched by its bytes. Whatever is matched with what, the changes of the rows of each
 * level sum to the change of the row above, and those of the first level to that of the file.
 *
 * <p>Built once; rows are views made when asked for. Immutable.
 */
public final class SizeDiff {
  private final SizeTree oldTree;
  private final SizeTree newTree;
  private final RowPairs rows;
  private @Nullable Moves moves;

  /**
   * Compares two trees.
   *
   * @throws IllegalArgumentException if they are not of the same dimensions, measures, pricing,
   *     crates and kinds
   */
  public SizeDiff(SizeTree before, SizeTree after) {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    if (!names(before).equals(names(after))
        || !measures(before).equals(measures(after))
        || !isSameQuestion(before, after)
        || !before.kinds().equals(after.kinds())) {
      throw new IllegalArgumentException(
          "trees: expected the same dimensions, measures, pricing, crates and kinds");
    }
    oldTree = before;
    newTree = after;
    rows = new RowPairs(before, after, this::moves);
  }

  /**
   * What went from row to row; found when first asked for, since it matches all rows of a level.
   */
  private synchronized Moves moves() {
    if (moves == null) {
      boolean areSources = newTree.dimensions().get(0).isOfDebugInformation();
      moves = areSources ? MoveFinder.find(oldTree, newTree, rows) : Moves.NONE;
    }
    return moves;
  }

  /** Whether prices are the same, and crates if they are asked for. */
  private static boolean isSameQuestion(SizeTree one, SizeTree other) {
    Query asked = one.query();
    boolean hasCrates = one.dimensions().stream().anyMatch(Dimension::hasCrates);
    return hasCrates ? asked.isLike(other.query()) : asked.pricing() == other.query().pricing();
  }

  private static List<String> names(SizeTree tree) {
    List<String> names = new ArrayList<>();
    for (Dimension dimension : tree.dimensions()) {
      names.add(dimension.name());
    }
    return names;
  }

  private static List<String> measures(SizeTree tree) {
    return tree.measures().stream().map(Measure::name).toList();
  }

  /** The measures asked for; the first sorts. */
  public List<Measure> measures() {
    return newTree.measures();
  }

  /** The tree of the old build. */
  public SizeTree beforeTree() {
    return oldTree;
  }

  /** The tree of the new build. */
  public SizeTree afterTree() {
    return newTree;
  }

  /** The rows of the first level, the largest change first. */
  public List<DiffRow> rows() {
    return rows;
  }

  /** What the old build weighs. */
  public Weight before() {
    return weight(oldTree);
  }

  /** What the new build weighs. */
  public Weight after() {
    return weight(newTree);
  }

  /** By how much the new build weighs more. */
  public Weight delta() {
    return after().minus(before());
  }

  private static Weight weight(SizeTree tree) {
    List<Measure> measures = tree.groups().measures();
    long[] values = measures.stream().mapToLong(tree::value).toArray();
    return new Weight(measures, values, tree.fileSize(Kind.PADDING), count(tree));
  }

  private static int count(SizeTree tree) {
    Attribution attribution = tree.attribution();
    Partition partition = attribution.partition();
    Set<Kind> kinds = tree.kinds();
    boolean[] isCounted = new boolean[attribution.owners().firstLabel()];
    int count = 0;
    for (int span = 0; span < partition.spanCount(); span++) {
      Work.checkAt(span);
      int payer = attribution.payer(span, Pricing.FULL);
      boolean isNew = payer < isCounted.length && !isCounted[payer];
      if (isNew && kinds.contains(partition.kind(span))) {
        isCounted[payer] = true;
        count++;
      }
    }
    return count;
  }

  /** One sentence that says what made the difference, the largest causes first. */
  public String cause() {
    return new CauseSentence(rows, newTree.dimensions().get(0), measures().get(0)).text();
  }

  @Override
  public String toString() {
    return oldTree + " -> " + newTree;
  }
}
