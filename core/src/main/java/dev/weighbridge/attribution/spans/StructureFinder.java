package dev.weighbridge.attribution.spans;

import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;

/**
 * Finds all structures at a place, nested ones included, without looking at the others.
 *
 * <p>Rows are kept by ascending start, each with the nearest one before it that reaches further.
 * Going back from the last row that starts at or before a place, a row that ends too early is left
 * by that link: what it skips ends earlier still.
 */
final class StructureFinder {
  private final StructureTable table;
  private final int[] order;
  private final int[] further;

  StructureFinder(StructureTable table) {
    this.table = table;
    long[] starts = new long[table.count()];
    for (int row = 0; row < starts.length; row++) {
      starts[row] = table.fileStart(row);
    }
    order = Order.ascending(starts, starts.length);
    further = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      int before = i - 1;
      while (before >= 0 && table.fileEnd(order[before]) <= table.fileEnd(order[i])) {
        before = further[before];
      }
      further[i] = before;
    }
  }

  /** The rows of the structures that hold a place, the longest first. */
  int[] rowsAt(long place) {
    IntColumn found = new IntColumn(4);
    int i = lastAtOrBefore(place);
    while (i >= 0) {
      boolean isHolding = place < table.fileEnd(order[i]);
      if (isHolding) {
        found.add(order[i]);
      }
      i = isHolding ? i - 1 : further[i];
    }
    long[] shortness = new long[found.count()];
    int[] rows = new int[shortness.length];
    for (int n = 0; n < rows.length; n++) {
      int row = found.get(rows.length - 1 - n);
      shortness[n] = Long.MAX_VALUE - (table.fileEnd(row) - table.fileStart(row));
      rows[n] = row;
    }
    int[] byLength = Order.ascending(shortness, rows.length);
    for (int n = 0; n < rows.length; n++) {
      byLength[n] = rows[byLength[n]];
    }
    return byLength;
  }

  private int lastAtOrBefore(long place) {
    int low = 0;
    int high = order.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (table.fileStart(order[middle]) <= place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
