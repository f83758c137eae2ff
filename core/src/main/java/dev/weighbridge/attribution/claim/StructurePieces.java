package dev.weighbridge.attribution.claim;

import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import org.jspecify.annotations.Nullable;

/**
 * The structures of an image as pieces, with their rows as codes.
 *
 * <p>There are several of them for each symbol, so they are looked at where they are: readers state
 * whole tables in file order, and those tables only need to be put in a row. Only structures that
 * nest or overlap are claimed one by one.
 */
public final class StructurePieces extends Pieces {
  /** More runs than an image has tables mean that they are not tables, and sorting is cheaper. */
  private static final int MAX_RUNS = 100;

  private final StructureTable table;
  private final int[] order;

  private StructurePieces(StructureTable table, int[] order) {
    this.table = table;
    this.order = order;
  }

  /** The pieces of a table. */
  public static Pieces of(StructureTable table) {
    int[] order = order(table);
    return order != null && isDisjoint(table, order)
        ? new StructurePieces(table, order)
        : claimed(table);
  }

  /**
   * The rows by ascending start, merged from ascending runs; {@code null} if there are too many.
   */
  private static int @Nullable [] order(StructureTable table) {
    IntColumn runs = new IntColumn(0);
    for (int row = 0; row < table.count(); row++) {
      if (row == 0 || table.fileStart(row) < table.fileStart(row - 1)) {
        runs.add(row);
      }
    }
    if (runs.count() > MAX_RUNS) {
      return null;
    }
    long[] starts = new long[runs.count()];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = table.fileStart(runs.get(i));
    }
    int[] order = new int[table.count()];
    int filled = 0;
    for (int run : Order.ascending(starts, starts.length)) {
      int stop = run + 1 < runs.count() ? runs.get(run + 1) : order.length;
      filled = merge(table, order, filled, runs.get(run), stop);
    }
    return order;
  }

  /** Merges the rows {@code [from, to)} into the first {@code filled} ones; returns how many. */
  private static int merge(StructureTable table, int[] order, int filled, int from, int to) {
    int last = filled - 1;
    int row = to - 1;
    for (int at = filled + to - from - 1; row >= from; at--) {
      boolean isLater = last >= 0 && table.fileStart(order[last]) > table.fileStart(row);
      order[at] = isLater ? order[last--] : row--;
    }
    return filled + to - from;
  }

  private static boolean isDisjoint(StructureTable table, int[] order) {
    long end = Long.MIN_VALUE;
    for (int row : order) {
      if (table.fileStart(row) < end) {
        return false;
      }
      end = table.fileEnd(row);
    }
    return true;
  }

  private static Pieces claimed(StructureTable table) {
    Claims claims = new Claims(table.count());
    new Structures(table).claim(claims);
    return claims.flatten();
  }

  @Override
  public int count() {
    return order.length;
  }

  @Override
  public long start(int piece) {
    return table.fileStart(order[piece]);
  }

  @Override
  public long end(int piece) {
    return table.fileEnd(order[piece]);
  }

  @Override
  public int code(int piece) {
    return order[piece];
  }
}
