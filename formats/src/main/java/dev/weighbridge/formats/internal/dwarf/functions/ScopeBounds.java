package dev.weighbridge.formats.internal.dwarf.functions;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.internal.dwarf.program.LiveRanges;
import dev.weighbridge.formats.problems.Diagnostics;

/** Cuts the ranges of an inlined body to those of the body that it was inlined into. */
final class ScopeBounds {
  /** Pieces that cutting may make for each scope, on the average: no compiler makes any. */
  private static final long PIECES = 4;

  private static final int LEAST_PIECES = 1 << 16;

  /** Bodies in many pieces whose order is kept: more are hardly ever inside each other. */
  private static final int KEPT = 16;

  /** The order of the ranges of a scope by their starts. */
  private static final class Sorted {
    private final int scope;
    private final long[] starts;
    private final int[] order;

    Sorted(ScopeRows table, int scope) {
      this.scope = scope;
      int first = table.firstRange(scope);
      starts = new long[table.endRange(scope) - first];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = table.rangeStart(first + i);
      }
      order = Order.ascending(starts, starts.length);
    }
  }

  private final ScopeRows table;
  private final LongColumn starts = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);
  private final Sorted[] sorted = new Sorted[KEPT];
  private long pieces;
  private long outside;

  ScopeBounds(ScopeRows table) {
    this.table = table;
  }

  /**
   * Cuts ranges to a scope.
   *
   * @param scope a row of the table, -1 if there is nothing to cut to
   */
  void cut(LiveRanges ranges, int scope) {
    starts.clear();
    ends.clear();
    long before = 0;
    for (int i = 0; i < ranges.count(); i++) {
      before += ranges.end(i) - ranges.start(i);
      if (scope < 0) {
        starts.add(ranges.start(i));
        ends.add(ranges.end(i));
      } else {
        cut(ranges.start(i), ranges.end(i), scope);
      }
    }
    long after = 0;
    for (int i = 0; i < starts.count(); i++) {
      after += ends.get(i) - starts.get(i);
    }
    outside += before == after ? 0 : 1;
  }

  private void cut(long start, long end, int scope) {
    int first = table.firstRange(scope);
    if (table.endRange(scope) - first == 1) {
      add(start, end, first);
      return;
    }
    Sorted in = sorted(scope);
    int at = Math.max(0, Order.lastAtOrBefore(in.starts, in.order, start));
    for (int count = 0; at < in.order.length; at++, count++) {
      boolean isBehind = Long.compareUnsigned(in.starts[in.order[at]], end) >= 0;
      if (isBehind || pieces > PIECES * table.count() + LEAST_PIECES) {
        return;
      }
      add(start, end, first + in.order[at]);
      pieces += count == 0 ? 0 : 1;
    }
  }

  private Sorted sorted(int scope) {
    int slot = scope % KEPT;
    if (sorted[slot] == null || sorted[slot].scope != scope) {
      sorted[slot] = new Sorted(table, scope);
    }
    return sorted[slot];
  }

  private void add(long start, long end, int range) {
    long from = table.rangeStart(range);
    long to = table.rangeEnd(range);
    long first = Long.compareUnsigned(start, from) > 0 ? start : from;
    long last = Long.compareUnsigned(end, to) < 0 ? end : to;
    if (Long.compareUnsigned(first, last) < 0) {
      starts.add(first);
      ends.add(last);
    }
  }

  /** How many ranges are left. */
  int count() {
    return starts.count();
  }

  long start(int range) {
    return starts.get(range);
  }

  long end(int range) {
    return ends.get(range);
  }

  /** Adds what another one found. */
  void addProblems(ScopeBounds other) {
    outside += other.outside;
  }

  /** Tells what lies outside. */
  void report(Diagnostics diagnostics) {
    if (outside > 0) {
      diagnostics.note(
          ".debug_info", -1, "inlined code inside of its function", outside + " outside of it");
    }
  }
}
