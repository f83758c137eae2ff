package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.DebugByteMap;
import dev.weighbridge.debug.ShownPaths;
import dev.weighbridge.debug.SourceRows;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.query.Query;
import java.util.BitSet;

/** Groups by line of source: {@code src/main.rs:120}; code that is of no line has line 0. */
final class LineDimension implements Dimension {
  @Override
  public String name() {
    return "line";
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public long[] cuts(Query query) {
    return CodeCuts.of(query.attribution(), CodeRows.SOURCE_LINES, query.work());
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    SpanRows rows = SpanRows.of(attribution, CodeRows.SOURCE_LINES, query.work());
    RowLabels labels = new RowLabels(query, rows, DebugByteMap.NONE);
    SourceRows lines = SourceRows.ofLines(rows);
    BitSet used = labels.used();
    ShownPaths paths = new ShownPaths();
    for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
      paths.add(lines.sources(row), lines.file(row));
    }
    return labels.named(
        rows.count(), row -> paths.of(lines.sources(row), lines.file(row)) + ":" + lines.line(row));
  }
}
