package dev.weighbridge.formats.internal.dwarf.bytes;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.debug.DebugBytes;

/**
 * What units say is theirs of one section; where claims overlap, the one that begins first wins.
 */
final class SectionClaims {
  private final LongColumn starts = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);
  private final IntColumn owners = new IntColumn(0);

  /** Claims bytes; nothing if there are none. */
  void add(long start, long end, int owner) {
    if (start < 0 || start >= end) {
      return;
    }
    int last = owners.count() - 1;
    if (last >= 0 && owners.get(last) == owner && ends.get(last) == start) {
      ends.set(last, end);
      return;
    }
    starts.add(start);
    ends.add(end);
    owners.add(owner);
  }

  /**
   * Gives each byte of a section an owner.
   *
   * @param size bytes of the section
   * @param fillsGaps whether bytes that nobody claims belong to what follows: headers of lists, and
   *     what gcc puts before lists
   */
  void tile(DebugBytes.Builder tiles, long size, boolean fillsGaps) {
    long[] start = starts.freeze();
    long[] end = ends.freeze();
    int[] owner = owners.freeze();
    long at = 0;
    for (int claim : Order.ascending(start, start.length)) {
      long from = Math.min(start[claim], size);
      long to = Math.min(end[claim], size);
      if (to <= at) {
        continue;
      }
      if (from > at) {
        tiles.addTo(from, fillsGaps ? owner[claim] : DebugBytes.NONE);
      }
      tiles.addTo(to, owner[claim]);
      at = to;
    }
    tiles.addTo(size, DebugBytes.NONE);
  }
}
