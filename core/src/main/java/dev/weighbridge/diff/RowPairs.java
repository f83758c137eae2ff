package dev.weighbridge.diff;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.tree.SizeTree;
import dev.weighbridge.tree.SpanGroups;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The rows of one level below one row: each a group of the old build, one of the new build, or
 * both. The largest change comes first, then the largest row.
 */
final class RowPairs extends AbstractList<DiffRow> {
  private final SizeTree oldTree;
  private final SizeTree newTree;
  private final int level;
  private final SpanGroups before;
  private final SpanGroups after;
  private final LabelMatcher matcher;

  /** The labels of the row that these are below, -1 where one of the builds has none. */
  private final int oldParent;

  private final int newParent;
  private final Supplier<Moves> moves;

  /** The new group of each row, or behind the new groups the old group that is gone. */
  private final int[] rows;

  /**
   * The rows of the first level.
   *
   * @param moves what went from one of them to another
   */
  RowPairs(SizeTree oldTree, SizeTree newTree, Supplier<Moves> moves) {
    this(oldTree, newTree, 0, oldTree.groups(), newTree.groups(), -1, -1, moves);
  }

  private RowPairs(
      SizeTree oldTree,
      SizeTree newTree,
      int level,
      SpanGroups before,
      SpanGroups after,
      int oldParent,
      int newParent,
      Supplier<Moves> moves) {
    this.oldParent = oldParent;
    this.newParent = newParent;
    this.moves = moves;
    this.oldTree = oldTree;
    this.newTree = newTree;
    this.level = level;
    this.before = before;
    this.after = after;
    matcher = LabelMatcher.match(oldTree.attribution(), before, newTree.attribution(), after);
    rows = order();
  }

  private int[] order() {
    int all = after.count() + before.count();
    int[] found = new int[all];
    int count = 0;
    for (int id = 0; id < all; id++) {
      if (id < after.count() || newGroup(id) < 0) {
        found[count++] = id;
      }
    }
    int[] ids = Arrays.copyOf(found, count);
    if (count == 0) {
      return ids;
    }
    long[] keys = new long[all];
    for (int id : ids) {
      keys[id] = ~Math.max(oldValue(0, id), newValue(0, id));
    }
    ids = Order.sorted(keys, ids);
    for (int column = after.measures().size() - 1; column >= 0; column--) {
      for (int id : ids) {
        keys[id] = ~Math.abs(change(column, id));
      }
      ids = Order.sorted(keys, ids);
    }
    return ids;
  }

  private long oldValue(int column, int id) {
    int old = oldGroup(id);
    return old < 0 ? 0 : before.value(column, old);
  }

  private long newValue(int column, int id) {
    int now = newGroup(id);
    return now < 0 ? 0 : after.value(column, now);
  }

  private long change(int column, int id) {
    return newValue(column, id) - oldValue(column, id);
  }

  private int oldGroup(int id) {
    return id < after.count() ? matcher.oldOf(id) : id - after.count();
  }

  private int newGroup(int id) {
    return id < after.count() ? id : matcher.newOf(id - after.count());
  }

  @Override
  public DiffRow get(int index) {
    int id = rows[index];
    int now = newGroup(id);
    return new PairRow(
        this,
        index,
        new RowInOneBuild(oldTree, level, before, oldGroup(id)),
        new RowInOneBuild(newTree, level, after, now),
        now >= 0 && matcher.isRenamed(now));
  }

  /** The rows below a row. */
  RowPairs inner(int index) {
    int id = rows[index];
    RowInOneBuild old = new RowInOneBuild(oldTree, level, before, oldGroup(id));
    RowInOneBuild now = new RowInOneBuild(newTree, level, after, newGroup(id));
    return new RowPairs(
        oldTree,
        newTree,
        level + 1,
        old.groups(),
        now.groups(),
        oldLabel(index),
        newLabel(index),
        moves);
  }

  /** The label of a row in the old build, -1 if it has none. */
  int oldLabel(int index) {
    int group = oldGroup(rows[index]);
    return group < 0 ? -1 : before.label(group);
  }

  /** The label of a row in the new build, -1 if it has none. */
  int newLabel(int index) {
    int group = newGroup(rows[index]);
    return group < 0 ? -1 : after.label(group);
  }

  /** The label in the old build of what these rows are below, -1 if it has none. */
  int oldParent() {
    return oldParent;
  }

  /** The label in the new build of what these rows are below, -1 if it has none. */
  int newParent() {
    return newParent;
  }

  /** Where a row that only the new build has was; empty if it is new. */
  private Optional<String> movedFrom(int index) {
    boolean mayBe = level == 1 && presence(index) > 0;
    return mayBe ? moves.get().from(newParent, newLabel(index)) : Optional.empty();
  }

  /** Where a row that only the old build has went; empty if it is gone. */
  private Optional<String> movedTo(int index) {
    boolean mayBe = level == 1 && presence(index) < 0;
    return mayBe ? moves.get().to(oldParent, oldLabel(index)) : Optional.empty();
  }

  @Override
  public int size() {
    return rows.length;
  }

  /** How many rows have more or less of the first measure; they are the first ones. */
  int changedCount() {
    int count = 0;
    while (count < rows.length && change(count) != 0) {
      count++;
    }
    return count;
  }

  /** What a row has more of the first measure than before, without making it. */
  long change(int index) {
    return change(0, rows[index]);
  }

  /** 1 for a row that is new, -1 for one that is gone, else 0. */
  int presence(int index) {
    return (newGroup(rows[index]) < 0 ? 0 : 1) - (oldGroup(rows[index]) < 0 ? 0 : 1);
  }

  /** Identity of the generic item that a changed row is an instance of, or 0. */
  long generic(int index) {
    int now = newGroup(rows[index]);
    return now < 0 ? matcher.genericOfOld(oldGroup(rows[index])) : matcher.genericOfNew(now);
  }

  /** A row that stands for the same thing in two builds, or for what only one of them has. */
  private static final class PairRow implements DiffRow {
    private final RowPairs all;
    private final int index;
    private final RowInOneBuild before;
    private final RowInOneBuild after;
    private final boolean isRenamed;

    PairRow(RowPairs all, int index, RowInOneBuild before, RowInOneBuild after, boolean isRenamed) {
      this.all = all;
      this.index = index;
      this.before = before;
      this.after = after;
      this.isRenamed = isRenamed;
    }

    @Override
    public String label() {
      return after.isPresent() ? after.text() : before.text();
    }

    @Override
    public Optional<String> formerLabel() {
      if (!before.isPresent() || !after.isPresent()) {
        return all.movedFrom(index);
      }
      String former = before.text();
      return former.equals(after.text()) ? Optional.empty() : Optional.of(former);
    }

    @Override
    public Optional<String> laterLabel() {
      return all.movedTo(index);
    }

    @Override
    public List<Measure> measures() {
      return after.tree().measures();
    }

    @Override
    public DiffStatus status() {
      if (!before.isPresent()) {
        return all.movedFrom(index).isPresent() ? DiffStatus.MOVED : DiffStatus.ADDED;
      }
      if (!after.isPresent()) {
        return all.movedTo(index).isPresent() ? DiffStatus.MOVED : DiffStatus.REMOVED;
      }
      DiffStatus status = DiffStatus.ofChange(firstChange());
      boolean isMoved = status == DiffStatus.SAME && isRenamed && formerLabel().isPresent();
      return isMoved ? DiffStatus.MOVED : status;
    }

    /** The change of the first measure that has changed; 0 if none has. */
    private long firstChange() {
      long change = 0;
      for (int column = 0; change == 0 && column < measures().size(); column++) {
        change = after.minus(before, column);
      }
      return change;
    }

    @Override
    public Weight before() {
      return before.weight();
    }

    @Override
    public Weight after() {
      return after.weight();
    }

    @Override
    public List<DiffRow> rows() {
      return after.isLast() ? List.of() : all.inner(index);
    }
  }
}
