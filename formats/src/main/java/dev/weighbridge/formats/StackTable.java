package dev.weighbridge.formats;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import org.jspecify.annotations.Nullable;

/** How much stack each function takes by itself, as far as the compiler has left it in the file. */
public final class StackTable {
  private final LongColumn function = new LongColumn(0);
  private final LongColumn bytes = new LongColumn(0);
  private @Nullable LongIntMap rows;

  StackTable() {}

  void add(long place, long stackBytes) {
    if (rows == null) {
      rows = new LongIntMap();
    }
    if (rows.putIfAbsent(place, count()) < 0) {
      function.add(place);
      bytes.add(stackBytes);
    }
  }

  /** How many functions are known. */
  public int count() {
    return function.count();
  }

  /** Address of a function; in a relocatable image the file offset of its first byte. */
  public long function(int row) {
    return function.get(row);
  }

  /** Bytes that a function takes, without those of what it calls. */
  public long bytes(int row) {
    return bytes.get(row);
  }

  /** The row of a function, -1 if it has none. */
  public int find(long place) {
    return rows == null ? -1 : rows.get(place);
  }

  @Override
  public String toString() {
    return count() + " functions";
  }
}
