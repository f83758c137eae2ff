package dev.weighbridge.formats.internal.unwind;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;

/**
 * Where an image keeps its code: address ranges with their file offsets, asked by address.
 *
 * <p>Ranges must not overlap; of overlapping ones the later start wins. Not for use by several
 * threads: it remembers the last answer.
 */
public final class CodeRanges {
  /** Collects ranges in any order. */
  public static final class Builder {
    private final LongColumn address = new LongColumn(0);
    private final LongColumn memorySize = new LongColumn(0);
    private final LongColumn fileStart = new LongColumn(0);

    /** An empty collection. */
    public Builder() {}

    /**
     * Adds a range; one without bytes is ignored.
     *
     * @param start virtual address of its first byte; in a relocatable file its file offset
     * @param size bytes it takes in memory
     * @param file its first byte, counted from the start of the image, or -1 if it has none there
     */
    public Builder add(long start, long size, long file) {
      if (size > 0) {
        address.add(start);
        memorySize.add(size);
        fileStart.add(file);
      }
      return this;
    }

    /** The ranges in order. */
    public CodeRanges build() {
      return new CodeRanges(address.freeze(), memorySize.freeze(), fileStart.freeze());
    }
  }

  private final long[] address;
  private final long[] memorySize;
  private final long[] fileStart;
  private int last;

  private CodeRanges(long[] address, long[] memorySize, long[] fileStart) {
    int[] order = Order.ascending(address, address.length);
    this.address = ordered(address, order);
    this.memorySize = ordered(memorySize, order);
    this.fileStart = ordered(fileStart, order);
  }

  private static long[] ordered(long[] values, int[] order) {
    long[] ordered = new long[values.length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = values[order[i]];
    }
    return ordered;
  }

  /** Which range holds an address, or -1 if none does. */
  public int find(long at) {
    if (last < address.length && holds(last, at)) {
      return last;
    }
    int range = Order.lastAtOrBefore(address, at);
    if (range < 0 || !holds(range, at)) {
      return -1;
    }
    last = range;
    return range;
  }

  private boolean holds(int range, long at) {
    return Long.compareUnsigned(at - address[range], memorySize[range]) < 0;
  }

  /** Bytes from an address to the end of the range that holds it. */
  public long room(int range, long at) {
    return memorySize[range] - (at - address[range]);
  }

  /**
   * File offset of an address in the range that holds it, or -1 if the range has no bytes there.
   */
  public long fileStart(int range, long at) {
    return fileStart[range] < 0 ? -1 : fileStart[range] + (at - address[range]);
  }
}
