package dev.weighbridge.formats.debug;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;

/**
 * Which row of some table each address belongs to: ranges in ascending order that do not overlap.
 * Immutable.
 */
public final class AddressMap {
  private final long[] starts;
  private final long[] ends;
  private final int[] rows;

  private AddressMap(LongColumn starts, LongColumn ends, IntColumn rows) {
    this.starts = starts.freeze();
    this.ends = ends.freeze();
    this.rows = rows.freeze();
  }

  /**
   * The map of claims as columns; those of no address are nobody's.
   *
   * @param rank the deepest has an address
   * @param source the lowest comes before any rank
   */
  static AddressMap of(long[] start, long[] end, int[] row, int[] rank, int[] source) {
    return new Sweep(start, end, row, rank, source).map();
  }

  /** How many ranges there are. */
  public int count() {
    return rows.length;
  }

  /** First address of a range. */
  public long start(int range) {
    return starts[range];
  }

  /** End of a range, exclusive. */
  public long end(int range) {
    return ends[range];
  }

  /** The row that a range belongs to. */
  public int row(int range) {
    return rows[range];
  }

  /** The range that holds an address, -1 if none does. */
  public int rangeAt(long address) {
    int range = Order.lastAtOrBefore(starts, address);
    return range >= 0 && Long.compareUnsigned(address, ends[range]) < 0 ? range : -1;
  }

  /** The row that an address belongs to, -1 if none. */
  public int rowAt(long address) {
    int range = rangeAt(address);
    return range < 0 ? -1 : rows[range];
  }

  @Override
  public String toString() {
    return count() + " ranges";
  }

  /**
   * Collects claims that may overlap, and gives each address to the claim of the highest rank; of
   * equal ranks, to the one that was added first.
   */
  public static final class Builder {
    private final LongColumn start = new LongColumn(0);
    private final LongColumn end = new LongColumn(0);
    private final IntColumn row = new IntColumn(0);
    private final IntColumn rank = new IntColumn(0);
    private final IntColumn source = new IntColumn(0);

    /** No claims. */
    public Builder() {}

    /** How many claims there are. */
    public int count() {
      return row.count();
    }

    /** Claims the addresses {@code [from, to)} for a row; nothing if there are none. */
    public void add(long from, long to, int ofRow, int ofRank) {
      add(from, to, ofRow, ofRank, 0);
    }

    /**
     * The same, of one of several sources: where two of them claim an address, it is of the one
     * with the lower number, whatever the ranks are.
     */
    void add(long from, long to, int ofRow, int ofRank, int ofSource) {
      if (Long.compareUnsigned(from, to) < 0) {
        start.add(from);
        end.add(to);
        row.add(ofRow);
        rank.add(ofRank);
        source.add(ofSource);
      }
    }

    /** The map; the builder is then empty. */
    public AddressMap build() {
      int[] sources = source.freeze();
      return of(start.freeze(), end.freeze(), row.freeze(), rank.freeze(), sources);
    }
  }

  /** Goes over the claims in the order of their starts, the open ones in a heap. */
  private static final class Sweep {
    private final long[] start;
    private final long[] end;
    private final int[] row;
    private final int[] rank;
    private final int[] source;
    private final int[] order;
    private final int[] heap;
    private int open;
    private final LongColumn starts;
    private final LongColumn ends;
    private final IntColumn rows;

    Sweep(long[] start, long[] end, int[] row, int[] rank, int[] source) {
      this.start = start;
      this.end = end;
      this.row = row;
      this.rank = rank;
      this.source = source;
      this.order = Order.ascending(start, start.length);
      this.heap = new int[start.length];
      starts = new LongColumn(start.length);
      ends = new LongColumn(start.length);
      rows = new IntColumn(start.length);
    }

    AddressMap map() {
      int next = 0;
      long at = 0;
      while (next < order.length || open > 0) {
        if (open == 0) {
          at = start[order[next]];
        }
        while (next < order.length && start[order[next]] == at) {
          push(order[next++]);
        }
        int top = heap[0];
        if (Long.compareUnsigned(end[top], at) <= 0) {
          pop();
          continue;
        }
        long to = end[top];
        if (next < order.length && Long.compareUnsigned(start[order[next]], to) < 0) {
          to = start[order[next]];
        }
        emit(at, to, row[top]);
        at = to;
      }
      return new AddressMap(starts, ends, rows);
    }

    private void emit(long from, long to, int of) {
      int last = rows.count() - 1;
      if (last >= 0 && rows.get(last) == of && ends.get(last) == from) {
        ends.set(last, to);
      } else {
        starts.add(from);
        ends.add(to);
        rows.add(of);
      }
    }

    private boolean isBefore(int a, int b) {
      if (source[a] != source[b]) {
        return source[a] < source[b];
      }
      return rank[a] != rank[b] ? rank[a] > rank[b] : a < b;
    }

    private void push(int claim) {
      int child = open++;
      while (child > 0) {
        int parent = (child - 1) >>> 1;
        if (!isBefore(claim, heap[parent])) {
          break;
        }
        heap[child] = heap[parent];
        child = parent;
      }
      heap[child] = claim;
    }

    private void pop() {
      int moved = heap[--open];
      int parent = 0;
      for (int child = 1; child < open; child = 2 * parent + 1) {
        if (child + 1 < open && isBefore(heap[child + 1], heap[child])) {
          child++;
        }
        if (!isBefore(heap[child], moved)) {
          break;
        }
        heap[parent] = heap[child];
        parent = child;
      }
      heap[parent] = moved;
    }
  }
}
