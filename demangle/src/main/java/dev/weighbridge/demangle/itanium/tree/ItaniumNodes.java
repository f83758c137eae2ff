package dev.weighbridge.demangle.itanium.tree;

import java.util.Arrays;

/**
 * The parts of one name as rows of columns, so that the next name needs no new objects.
 *
 * <p>A row is a node; what its columns hold depends on its {@link ItaniumKind}. Rows are made
 * bottom-up, so that a row speaks of rows before it only.
 */
public final class ItaniumNodes {
  /** Stands for a node that is absent. */
  public static final int NONE = -1;

  /** Deepest nesting of productions that is followed. Real names stay below 60. */
  public static final int MAX_DEPTH = 256;

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

  public void clear() {
    count = 0;
    itemCount = 0;
    pendingCount = 0;
  }

  public int add(int kind, int a, int b, int c) {
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

  public int add(int kind, int a, int b) {
    return add(kind, a, b, NONE);
  }

  public int add(int kind, int a) {
    return add(kind, a, NONE, NONE);
  }

  public int kind(int node) {
    return kinds[node];
  }

  public int a(int node) {
    return as[node];
  }

  public int b(int node) {
    return bs[node];
  }

  public int c(int node) {
    return cs[node];
  }

  /** Begins a list; the answer is for {@link #endList}. */
  public int beginList() {
    return pendingCount;
  }

  /** Adds an item to the list begun last. */
  public void item(int node) {
    if (pendingCount == pending.length) {
      pending = Arrays.copyOf(pending, 2 * pendingCount);
    }
    pending[pendingCount++] = node;
  }

  /** Makes a node of the items since the list began. */
  public int endList(int from) {
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
  public int size(int list) {
    return bs[list];
  }

  public int item(int list, int index) {
    return items[as[list] + index];
  }
}
