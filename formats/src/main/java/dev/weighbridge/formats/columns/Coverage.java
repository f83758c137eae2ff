package dev.weighbridge.formats.columns;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Which bytes of a file were looked at already, so that each is looked at once: sections of a
 * damaged file may lie over each other, thousands of them.
 */
public final class Coverage {
  /** Where ranges start, and where they end; no two touch. */
  private final NavigableMap<Long, Long> taken = new TreeMap<>();

  /** Nothing was looked at yet. */
  public Coverage() {}

  /**
   * Takes what nobody has taken of a range.
   *
   * @return where each piece of it starts and ends, one after the other, ascending
   */
  public long[] take(long start, long end) {
    LongColumn pieces = new LongColumn(0);
    long at = start;
    while (at < end) {
      Map.Entry<Long, Long> before = taken.floorEntry(at);
      if (before != null && before.getValue() > at) {
        at = before.getValue();
      } else {
        Long behind = taken.higherKey(at);
        long stop = behind == null ? end : Math.min(behind, end);
        pieces.add(at);
        pieces.add(stop);
        join(at, stop);
        at = stop;
      }
    }
    return pieces.freeze();
  }

  /** Joins a piece to its neighbours, so that the next range need not pass each of them. */
  private void join(long start, long end) {
    Map.Entry<Long, Long> before = taken.floorEntry(start);
    long first = before != null && before.getValue() == start ? before.getKey() : start;
    Long behind = taken.remove(end);
    taken.put(first, behind == null ? end : behind);
  }
}
