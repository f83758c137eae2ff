package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.DebugByteMap;
import dev.weighbridge.debug.ShownPaths;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.debug.LineTable;
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
    return CodeCuts.of(query.attribution(), CodeRows.LINES, query.work());
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    SpanRows rows = SpanRows.of(attribution, CodeRows.LINES, query.work());
    RowLabels labels = new RowLabels(query, rows, DebugByteMap.NONE);
    BitSet used = labels.used();
    ShownPaths paths = new ShownPaths();
    for (int row = used.nextSetBit(0); row >= 0; row = used.nextSetBit(row + 1)) {
      LineTable lines = lines(rows, row);
      paths.add(lines.sources(), lines.file(rows.local(row)));
    }
    return labels.named(rows.count(), row -> text(rows, row, paths));
  }

  private static String text(SpanRows rows, int row, ShownPaths paths) {
    LineTable lines = lines(rows, row);
    int local = rows.local(row);
    return paths.of(lines.sources(), lines.file(local)) + ":" + lines.line(local);
  }

  private static LineTable lines(SpanRows rows, int row) {
    return rows.debug(rows.image(row)).lines();
  }
}
