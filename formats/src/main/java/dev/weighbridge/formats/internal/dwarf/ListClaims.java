package dev.weighbridge.formats.internal.dwarf;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.columns.Order;

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
  private LongIntMap seen = new LongIntMap();
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
    if (seen.count() > 0) {
      seen = new LongIntMap();
    }
  }

  /** Whether it is not yet known where a list ends. */
  boolean isWanted(long start) {
    boolean isInTable = start >= tableStart && start < tableEnd;
    return !isInTable && read <= allowed && seen.putIfAbsent(start, 0) < 0;
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
