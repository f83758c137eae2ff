package dev.weighbridge.formats.internal.pe.code;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;

/**
 * What is known of the code of an image so far: which parts have both ends stated, and where else
 * something begins. All addresses are relative to the image base.
 */
public final class CodeMap {
  private final LongColumn starts = new LongColumn(0);
  private final LongColumn begins = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);

  /** Nothing is known yet. */
  public CodeMap() {}

  /** Something named begins here. */
  public void start(long rva) {
    starts.add(rva);
  }

  /** A function reaches from here to there. */
  public void extent(long begin, long end) {
    if (begin < end) {
      begins.add(begin);
      ends.add(end);
    }
  }

  /** What was said, in order; nothing may be added afterwards. */
  public Sorted sorted() {
    long[] unsortedStarts = starts.freeze();
    long[] unsortedBegins = begins.freeze();
    int[] order = Order.ascending(unsortedBegins, unsortedBegins.length);
    return new Sorted(
        inOrder(unsortedStarts, Order.ascending(unsortedStarts, unsortedStarts.length)),
        inOrder(unsortedBegins, order),
        inOrder(ends.freeze(), order));
  }

  private static long[] inOrder(long[] values, int[] order) {
    long[] sorted = new long[order.length];
    for (int i = 0; i < order.length; i++) {
      Work.checkAt(i);
      sorted[i] = values[order[i]];
    }
    return sorted;
  }

  /** Walks over the code in ascending order. */
  public static final class Sorted {
    private final long[] starts;
    private final long[] begins;
    private final long[] ends;
    private int nextExtent;
    private int nextStart;

    private Sorted(long[] starts, long[] begins, long[] ends) {
      this.starts = starts;
      this.begins = begins;
      this.ends = ends;
    }

    /** Where the first part begins at or after an address that no extent covers. */
    public long gapStart(long from) {
      long at = from;
      while (nextExtent < begins.length && begins[nextExtent] <= at) {
        at = Math.max(at, ends[nextExtent++]);
      }
      return at;
    }

    /** Where the part ends that begins at the address last given by {@link #gapStart}. */
    public long gapEnd(long limit) {
      return nextExtent < begins.length ? Math.min(limit, begins[nextExtent]) : limit;
    }

    /** The first named start behind an address, or the limit if that comes first. */
    public long startAfter(long at, long limit) {
      while (nextStart < starts.length && starts[nextStart] <= at) {
        nextStart++;
      }
      return nextStart < starts.length ? Math.min(limit, starts[nextStart]) : limit;
    }

    /** Starts anew at the first extent and start. */
    public void rewind() {
      nextExtent = 0;
      nextStart = 0;
    }
  }
}
