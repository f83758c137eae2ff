package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.DebugByteMap;
import dev.weighbridge.debug.ShownPaths;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.debug.SourceTable;
import dev.weighbridge.query.Query;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.LongStream;

/**
 * Groups the lines of each function: {@code src/main.rs:app::main}. The function is the innermost
 * one, inlined or not; one whose lines are in several files, as macros make them, has a row for
 * each.
 */
final class LineFunctionDimension implements Dimension {
  /** The word for it. */
  static final String NAME = "line:func";

  private static final Dimension INLINE = new InlineDimension();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public long[] cuts(Query query) {
    long[] files = CodeCuts.of(query.attribution(), CodeRows.FILES, query.work());
    long[] functions = INLINE.cuts(query);
    return LongStream.concat(Arrays.stream(files), Arrays.stream(functions)).sorted().toArray();
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    SpanRows files = SpanRows.of(attribution, CodeRows.FILES, query.work());
    RowLabels labels = new RowLabels(query, files, DebugByteMap.NONE);
    BitSet used = labels.used();
    ShownPaths paths = new ShownPaths();
    for (int file = used.nextSetBit(0); file >= 0; file = used.nextSetBit(file + 1)) {
      paths.add(sources(files, file), files.local(file));
    }
    return labels.named(
        INLINE.labels(query), file -> paths.of(sources(files, file), files.local(file)));
  }

  private static SourceTable sources(SpanRows files, int file) {
    return files.debug(files.image(file)).lines().sources();
  }
}
