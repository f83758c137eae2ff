package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.DataInCode;
import dev.weighbridge.debug.DebugByteMap;
import dev.weighbridge.debug.ShownPaths;
import dev.weighbridge.debug.SourceRows;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;

/** Groups by line of source: {@code src/main.rs:120}; code that is of no line has line 0. */
final class LineDimension implements Dimension {
  private final Set<Kind> kinds;

  LineDimension() {
    this(EnumSet.allOf(Kind.class));
  }

  private LineDimension(Set<Kind> kinds) {
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return "line";
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public Dimension only(Set<Kind> kinds) {
    return new LineDimension(kinds);
  }

  /** Variables have rows, too, where bytes are counted that may be of any. */
  private CodeRows rows(Query query) {
    boolean mayBeOfData =
        !Set.of(Kind.CODE).containsAll(kinds) || DataInCode.mayBeIn(query.attribution());
    return mayBeOfData ? CodeRows.SOURCE_LINES : CodeRows.LINES;
  }

  @Override
  public long[] cuts(Query query) {
    return CodeCuts.of(query.attribution(), rows(query), query.work());
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    SpanRows rows = SpanRows.of(attribution, rows(query), query.work());
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
