package dev.weighbridge.formats.internal.dwarf.bytes;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.columns.Order;
import org.jspecify.annotations.Nullable;

/**
 * Where the lists lie in a section that the entries of one unit refer to, of ranges or of
 * locations.
 */
final class ListClaims {
  /** Entries share lists at times; those of a damaged file could share one that is large. */
  private static final long READS_OF_A_BYTE = 8;

  private static final long LEAST_ALLOWANCE = 1 << 20;

  private final SectionClaims claims;
  private final long allowed;
  private long read;

  /** What was seen of a unit, once its lists do not ascend; before, its columns tell. */
  private @Nullable LongIntMap seen;

  private final LongColumn starts = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);
  private long tableStart;
  private long tableEnd;

  /** Lists of a section, whose bytes are claimed there. */
  ListClaims(Bytes section, SectionClaims claims) {
    this.claims = claims;
    this.allowed = READS_OF_A_BYTE * section.length() + LEAST_ALLOWANCE;
  }

  /** Begins with a unit, whose table, if it has one, is claimed as a whole. */
  void open(long start, long end) {
    tableStart = start;
    tableEnd = end;
    starts.clear();
    ends.clear();
    seen = null;
  }

  /** Whether it is not yet known where a list ends. */
  boolean isWanted(long start) {
    boolean isInTable = start >= tableStart && start < tableEnd;
    return !isInTable && read <= allowed && isNew(start);
  }

  private boolean isNew(long start) {
    LongIntMap known = seen;
    int count = starts.count();
    if (known == null && (count == 0 || start > starts.get(count - 1))) {
      return true;
    }
    if (known == null) {
      known = new LongIntMap();
      for (int i = 0; i < count; i++) {
        known.putIfAbsent(starts.get(i), 0);
      }
      seen = known;
    }
    return known.putIfAbsent(start, 0) < 0;
  }

  /** Notes where a list lies. */
  void add(long start, long end) {
    starts.add(start);
    ends.add(end);
    read += end - start;
  }

  /** Claims the lists of the unit. */
  void claim(int unit) {
    claims.add(tableStart, tableEnd, unit);
    long[] start = new long[starts.count()];
    for (int i = 0; i < start.length; i++) {
      start[i] = starts.get(i);
    }
    for (int list : Order.ascending(start, start.length)) {
      claims.add(start[list], ends.get(list), unit);
    }
  }
}
