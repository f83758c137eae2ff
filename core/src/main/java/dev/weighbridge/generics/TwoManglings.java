package dev.weighbridge.generics;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the copies of an item one identity where some have a name of the older mangling of Rust and
 * some of the newer: since Rust 1.95 the standard library comes with v0 names, and what is compiled
 * with it has the others.
 *
 * <p>What both names tell is the path without arguments: the older one leaves out which closure it
 * is, and all arguments of functions. So closures stay apart, and so does an item that shares its
 * path with another.
 */
final class TwoManglings {
  /** No item: several have the path. */
  private static final long SEVERAL = 0;

  /** Names looked at for the path of one item. */
  private static final int ENOUGH = 16;

  private static final int OTHER = 0;
  private static final int LEGACY = 1;
  private static final int V0 = 2;

  private final Owners owners;
  private final IntColumn schemes = new IntColumn(0);
  private int seen;

  TwoManglings(Owners owners) {
    this.owners = owners;
  }

  /** Takes in how the next name is mangled. */
  void add(boolean isLegacy, boolean isV0) {
    int scheme = isLegacy ? LEGACY : isV0 ? V0 : OTHER;
    schemes.add(scheme);
    seen |= scheme;
  }

  /**
   * Changes the identities of older names into those of the newer ones of the same items.
   *
   * @param symbols the owners behind the names
   * @param ids the identity of each
   * @param marked not 0 for names that say that they are of a copy
   */
  void unite(IntColumn symbols, long[] ids, IntColumn marked) {
    if (seen != (LEGACY | V0)) {
      return;
    }
    int[] order = Order.ascending(ids, ids.length);
    Map<String, Long> items = new HashMap<>();
    for (int from = 0; from < order.length; from = end(ids, order, from)) {
      int to = end(ids, order, from);
      if (schemes.get(order[from]) == V0 && (to - from > 1 || marked.get(order[from]) != 0)) {
        String path = path(symbols, order, from, to);
        items.merge(path, ids[order[from]], (one, other) -> SEVERAL);
      }
    }
    for (int from = 0; from < order.length; ) {
      int to = end(ids, order, from);
      if (schemes.get(order[from]) == LEGACY) {
        long id = items.getOrDefault(path(symbols, order, from, to), SEVERAL);
        for (int i = from; i < to && id != SEVERAL; i++) {
          ids[order[i]] = id;
        }
      }
      from = to;
    }
  }

  private static int end(long[] ids, int[] order, int from) {
    int to = from + 1;
    while (to < order.length && ids[order[to]] == ids[order[from]]) {
      to++;
    }
    return to;
  }

  private String path(IntColumn symbols, int[] order, int from, int to) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to && names.size() < ENOUGH; i++) {
      names.add(owners.text(symbols.get(order[i])));
    }
    return ItemPath.of(new CopyNames(names).label());
  }
}
