package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/** References from places in code or data to addresses in windows, as columns. */
final class References {
  private final LongColumn source = new LongColumn(0);
  private final LongColumn target = new LongColumn(0);
  private final IntColumn window = new IntColumn(0);

  /** Notes a reference to an address in a window. */
  void add(long from, long to, int index) {
    source.add(from);
    target.add(to);
    window.add(index);
  }

  /** How many were noted. */
  int count() {
    return source.count();
  }

  /** Place of the instruction or pointer that refers. */
  long source(int index) {
    return source.get(index);
  }

  /** Index of the window that holds the address referred to. */
  int window(int index) {
    return window.get(index);
  }

  /** Address referred to. */
  long target(int index) {
    return target.get(index);
  }
}
