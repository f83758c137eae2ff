package dev.weighbridge.formats.isa;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.List;

/**
 * References from places in code or data to addresses of interest, as columns. Several of them may
 * be filled at once over the same windows, one by each thread.
 */
public final class References {
  private final LongColumn source = new LongColumn(0);
  private final LongColumn target = new LongColumn(0);
  private final IntColumn window = new IntColumn(0);
  private final DataWindow[] windows;
  private final long low;
  private final long span;

  /** Keeps the references to bytes in one of the windows. */
  public References(List<DataWindow> windows) {
    this.windows = windows.toArray(new DataWindow[0]);
    long first = -1;
    long end = 0;
    for (DataWindow window : windows) {
      first = Long.compareUnsigned(window.start(), first) < 0 ? window.start() : first;
      end = Long.compareUnsigned(window.end(), end) > 0 ? window.end() : end;
    }
    low = first;
    span = windows.isEmpty() ? 0 : end - first;
  }

  /** Notes a reference if its target lies in a window. */
  public void add(long from, long to) {
    if (Long.compareUnsigned(to - low, span) >= 0) {
      return;
    }
    for (int i = 0; i < windows.length; i++) {
      if (windows[i].contains(to)) {
        source.add(from);
        target.add(to);
        window.add(i);
        return;
      }
    }
  }

  /** How many were kept. */
  public int count() {
    return source.count();
  }

  /** Place of the instruction or pointer that refers. */
  public long source(int index) {
    return source.get(index);
  }

  /** Index of the window that holds the address referred to. */
  public int window(int index) {
    return window.get(index);
  }

  /** Address referred to. */
  public long target(int index) {
    return target.get(index);
  }
}
