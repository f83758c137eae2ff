package dev.weighbridge.demangle.itanium;

import java.util.Arrays;

/**
 * The parts of one name as rows of columns, so that the next name needs no new objects.
 *
 * <p>A row is a node; what its columns hold depends on its {@link ItaniumKind}. Rows are made
 * bottom-up, so that a row speaks of rows before it only.
 */
final class ItaniumNodes {
  /** Stands for a node that is absent. */
  static final int NONE = -1;

  private int[] kinds = new int[64];
  private int[] as = new int[64];
  private int[] bs = new int[64];
  private int[] cs = new int[64];
  private int count;

  private int[] items = new int[64];
  private int itemCount;

  /** Items of lists that are not complete. */
  private int[] pending = new int[32];

  private int pendingCount;

  void clear() {
    count = 0;
    itemCount = 0;
    pendingCount = 0;
  }

  int add(int kind, int a, int b, int c) {
    if (count == kinds.length) {
      kinds = Arrays.copyOf(kinds, 2 * count);
      as = Arrays.copyOf(as, 2 * count);
      bs = Arrays.copyOf(bs, 2 * count);
      cs = Arrays.copyOf(cs, 2 * count);
    }
    kinds[count] = kind;
    as[count] = a;
    bs[count] = b;
    cs[count] = c;
    return count++;
  }

  int add(int kind, int a, int b) {
    return add(kind, a, b, NONE);
  }

  int add(int kind, int a) {
    return add(kind, a, NONE, NONE);
  }

  int kind(int node) {
    return kinds[node];
  }

  int a(int node) {
    return as[node];
  }

  int b(int node) {
    return bs[node];
  }

  int c(int node) {
    return cs[node];
  }

  /** Begins a list; the answer is for {@link #endList}. */
  int beginList() {
    return pendingCount;
  }

  /** Adds an item to the list begun last. */
  void item(int node) {
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, 2 * pendingCount);
    }
    pending[pendingCount++] = node;
  }

  /** Makes a node of the items since the list began. */
  int endList(int from) {
    int size = pendingCount - from;
    if (itemCount + size > items.length) {
      items = Arrays.copyOf(items, Math.max(2 * items.length, itemCount + size));
    }
    System.arraycopy(pending, from, items, itemCount, size);
    int list = add(ItaniumKind.LIST, itemCount, size);
    itemCount += size;
    pendingCount = from;
    return list;
  }

  /** Number of items of a list. */
  int size(int list) {
    return bs[list];
  }

  int item(int list, int index) {
    return items[as[list] + index];
  }
}
