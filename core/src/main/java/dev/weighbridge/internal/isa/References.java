package dev.weighbridge.internal.isa;

import dev.weighbridge.formats.columns.LongColumn;

/**
 * References from places to addresses, as columns. Only targets in one window of addresses are
 * kept, so that a scan of much code for little data stays small.
 */
public final class References {
  private final LongColumn source = new LongColumn(0);
  private final LongColumn target = new LongColumn(0);
  private final long low;
  private final long span;

  /** Keeps targets in {@code [low, high)}, compared as unsigned numbers. */
  public References(long low, long high) {
    this.low = low;
    this.span = high - low;
  }

  /** Notes a reference if its target is in the window. */
  public void add(long from, long to) {
    if (Long.compareUnsigned(to - low, span) < 0) {
      source.add(from);
      target.add(to);
    }
  }

  /** How many were kept. */
  public int count() {
    return source.count();
  }

  /** Position of the instruction or pointer that refers. */
  public long source(int index) {
    return source.get(index);
  }

  /** Address referred to. */
  public long target(int index) {
    return target.get(index);
  }
}
