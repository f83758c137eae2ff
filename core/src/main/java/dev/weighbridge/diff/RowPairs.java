package dev.weighbridge.diff;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.tree.SizeTree;
import dev.weighbridge.tree.SpanGroups;
import java.util.AbstractList;
import java.util.Arrays;

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

  /** The new group of each row, or behind the new groups the old group that is gone. */
  private final int[] rows;

  RowPairs(SizeTree oldTree, SizeTree newTree, int level, SpanGroups before, SpanGroups after) {
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
    long[] fileChange = new long[all];
    long[] memoryChange = new long[all];
    long[] fileSize = new long[all];
    int[] found = new int[all];
    int count = 0;
    for (int id = 0; id < all; id++) {
      int old = oldGroup(id);
      int now = newGroup(id);
      if (id >= after.count() && now >= 0) {
        continue;
      }
      long oldSize = old < 0 ? 0 : before.fileSize(old);
      long newSize = now < 0 ? 0 : after.fileSize(now);
      long oldMemory = old < 0 ? 0 : before.memorySize(old);
      long newMemory = now < 0 ? 0 : after.memorySize(now);
      fileChange[id] = ~Math.abs(newSize - oldSize);
      memoryChange[id] = ~Math.abs(newMemory - oldMemory);
      fileSize[id] = ~Math.max(oldSize, newSize);
      found[count++] = id;
    }
    int[] ids = Arrays.copyOf(found, count);
    return count == 0
        ? ids
        : Order.sorted(fileChange, Order.sorted(memoryChange, Order.sorted(fileSize, ids)));
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
    int old = oldGroup(id);
    int now = newGroup(id);
    RowInOneBuild oldSide =
        old < 0
            ? RowInOneBuild.absent(oldTree, level)
            : RowInOneBuild.of(oldTree, level, before, old);
    RowInOneBuild newSide =
        now < 0
            ? RowInOneBuild.absent(newTree, level)
            : RowInOneBuild.of(newTree, level, after, now);
    return new PairRow(oldSide, newSide, now >= 0 && matcher.isRenamed(now));
  }

  @Override
  public int size() {
    return rows.length;
  }

  /** How many rows have more or fewer bytes in the file; they are the first ones. */
  int changedCount() {
    int count = 0;
    while (count < rows.length && fileChange(count) != 0) {
      count++;
    }
    return count;
  }

  /** Bytes in the file that a row has more than before, without making it. */
  long fileChange(int index) {
    int old = oldGroup(rows[index]);
    int now = newGroup(rows[index]);
    return (now < 0 ? 0 : after.fileSize(now)) - (old < 0 ? 0 : before.fileSize(old));
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
}
