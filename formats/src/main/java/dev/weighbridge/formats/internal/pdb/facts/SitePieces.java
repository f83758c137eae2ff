package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.debug.InlineTable;

/** The pieces of an inlined body, cut to those of the body that it was inlined into. */
final class SitePieces {
  private final InlineTable.Builder table;
  private final LongColumn starts = new LongColumn(0);
  private final LongColumn ends = new LongColumn(0);

  SitePieces(InlineTable.Builder table) {
    this.table = table;
  }

  /** Takes the code of a body, in one piece where rows lie one behind the other. */
  void cut(PdbSiteLines code, int scope) {
    starts.clear();
    ends.clear();
    int limit = table.firstRange(scope);
    for (int row = 0; row < code.count(); row++) {
      long start = code.start(row);
      // Both rise, so that no piece of the other body before this one is needed again.
      while (limit < table.endRange(scope) && table.rangeEnd(limit) <= start) {
        limit++;
      }
      for (int at = limit; at < table.endRange(scope); at++) {
        if (table.rangeStart(at) >= code.end(row)) {
          break;
        }
        add(Math.max(start, table.rangeStart(at)), Math.min(code.end(row), table.rangeEnd(at)));
      }
    }
  }

  private void add(long start, long end) {
    int last = starts.count() - 1;
    if (start < end && last >= 0 && ends.get(last) == start) {
      ends.set(last, end);
    } else if (start < end) {
      starts.add(start);
      ends.add(end);
    }
  }

  /** How many pieces there are. */
  int count() {
    return starts.count();
  }

  long start(int piece) {
    return starts.get(piece);
  }

  long end(int piece) {
    return ends.get(piece);
  }
}
