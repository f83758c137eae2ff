package dev.weighbridge.generics;

import dev.weighbridge.bodies.Bodies;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;

/** The bodies of each generic item that has code: the items by their code, copies by size. */
final class CopyLists {
  private final int[] rows;
  private final int[] starts;
  private final int[] bodies;
  private long allCode;

  CopyLists(GenericTable table, Bodies all) {
    int[] bySize = bySize(all);
    int[] count = new int[table.count()];
    long[] total = new long[table.count()];
    for (int body : bySize) {
      int item = table.ofOwner(all.owner(body));
      allCode += all.size(body);
      if (item >= 0) {
        count[item]++;
        total[item] += all.size(body);
      }
    }
    rows = byTotal(count, total);
    starts = new int[rows.length + 1];
    int[] next = new int[table.count()];
    for (int row = 0; row < rows.length; row++) {
      next[rows[row]] = starts[row];
      starts[row + 1] = starts[row] + count[rows[row]];
    }
    bodies = new int[starts[rows.length]];
    for (int body : bySize) {
      int item = table.ofOwner(all.owner(body));
      if (item >= 0) {
        bodies[next[item]++] = body;
      }
    }
  }

  /** All bodies, the largest first; of equal size the first in the file first. */
  private static int[] bySize(Bodies all) {
    long[] keys = new long[all.count()];
    for (int body = 0; body < keys.length; body++) {
      keys[body] = Long.MAX_VALUE - all.size(body);
    }
    return Order.ascending(keys, keys.length);
  }

  /** The items that have copies with code, most bytes first. */
  private static int[] byTotal(int[] count, long[] total) {
    int used = 0;
    int[] items = new int[count.length];
    long[] keys = new long[count.length];
    for (int item = 0; item < count.length; item++) {
      if (count[item] > 0) {
        keys[item] = Long.MAX_VALUE - total[item];
        items[used++] = item;
      }
    }
    int[] withCode = Arrays.copyOf(items, used);
    return used == 0 ? withCode : Order.sorted(keys, withCode);
  }

  /** The rows of the table that have code. */
  int[] rows() {
    return rows;
  }

  /** Where the bodies of each row start in {@link #bodies}. */
  int[] starts() {
    return starts;
  }

  int[] bodies() {
    return bodies;
  }

  /** Bytes of all code that has an owner. */
  long allCode() {
    return allCode;
  }
}
