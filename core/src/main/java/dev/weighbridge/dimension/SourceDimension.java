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

/** Groups by source file, or by the first folders of its path. */
final class SourceDimension implements Dimension {
  /** More folders than a path has. */
  static final int WHOLE = Integer.MAX_VALUE;

  private final int depth;
  private final Set<Kind> kinds;

  /**
   * Groups by paths.
   *
   * @param depth how many folders
   */
  SourceDimension(int depth) {
    this(depth, EnumSet.allOf(Kind.class));
  }

  private SourceDimension(int depth, Set<Kind> kinds) {
    this.depth = depth;
    this.kinds = kinds;
  }

  @Override
  public String name() {
    return depth == WHOLE ? "source" : "source:" + depth;
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public Dimension only(Set<Kind> kinds) {
    return new SourceDimension(depth, kinds);
  }

  /** Variables have rows, too, where bytes are counted that may be of any. */
  private CodeRows rows(Query query) {
    boolean mayBeOfData =
        !Set.of(Kind.CODE).containsAll(kinds) || DataInCode.mayBeIn(query.attribution());
    return mayBeOfData ? CodeRows.SOURCES : CodeRows.FILES;
  }

  @Override
  public long[] cuts(Query query) {
    return CodeCuts.of(query.attribution(), rows(query), query.work());
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    SpanRows files = SpanRows.of(attribution, rows(query), query.work());
    RowLabels labels = new RowLabels(query, files, DebugByteMap.NONE);
    SourceRows sources = SourceRows.ofFiles(files);
    BitSet used = labels.used();
    ShownPaths paths = new ShownPaths();
    for (int file = used.nextSetBit(0); file >= 0; file = used.nextSetBit(file + 1)) {
      paths.add(sources.sources(file), sources.file(file));
    }
    return labels.named(
        files.count(), file -> cut(paths.of(sources.sources(file), sources.file(file))));
  }

  private String cut(String path) {
    int end = 0;
    for (int folders = 0; folders < depth; folders++) {
      end = path.indexOf('/', end + 1);
      if (end < 0) {
        return path;
      }
    }
    return path.substring(0, end);
  }
}
