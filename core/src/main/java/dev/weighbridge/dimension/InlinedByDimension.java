package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.FunctionTexts;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups by the path of calls that were inlined into each other, the outermost function first: by
 * the whole path, or by the function at one depth of it. What has no path is as by symbol.
 */
final class InlinedByDimension implements Dimension {
  /** Deeper than calls are inlined. */
  static final int WHOLE = Integer.MAX_VALUE;

  private static final String CALLS = " > ";

  private final int depth;

  /**
   * Groups by paths.
   *
   * @param depth which function of the path, 1 for the outermost; where the path is shorter, its
   *     last one
   */
  InlinedByDimension(int depth) {
    this.depth = depth;
  }

  @Override
  public String name() {
    return depth == WHOLE ? "inlined-by" : "inlined-by:" + depth;
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public long[] cuts(Query query) {
    return CodeCuts.of(query.attribution(), CodeRows.SCOPES, query.work());
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    SpanRows rows = SpanRows.of(attribution, CodeRows.SCOPES, query.work());
    Paths paths = new Paths(rows, new FunctionTexts(attribution, rows, query.work()));
    Map<Integer, String> symbols = new HashMap<>();
    Map<Long, Integer> known = new HashMap<>();
    TextIds ids = new TextIds();
    int[] ofSpan = new int[partition.spanCount()];
    for (int span = 0; span < ofSpan.length; span++) {
      Work.checkAt(span);
      int payer = query.payer(span);
      int scope = paths.scopes.row(span);
      long key = (long) scope << Integer.SIZE | payer;
      Integer id = known.get(key);
      if (id == null) {
        String symbol = symbols.computeIfAbsent(payer, paths.functions::ofOwner);
        id = ids.of(scope < 0 ? symbol : shown(paths.of(scope, owners.isSymbol(payer), symbol)));
        known.put(key, id);
      }
      ofSpan[span] = id;
    }
    return ids.labels(ofSpan);
  }

  private String shown(List<String> path) {
    return depth == WHOLE ? String.join(CALLS, path) : path.get(Math.min(depth, path.size()) - 1);
  }

  /** The paths of scopes. */
  private static final class Paths {
    final SpanRows scopes;
    final FunctionTexts functions;

    Paths(SpanRows scopes, FunctionTexts functions) {
      this.scopes = scopes;
      this.functions = functions;
    }

    /** The functions around a scope, outermost first; a symbol names the outermost if it is one. */
    List<String> of(int scope, boolean isSymbol, String symbol) {
      int local = scopes.local(scope);
      int base = scope - local;
      InlineTable table = scopes.inlines(scope);
      List<String> path = new ArrayList<>();
      for (int at = local; at >= 0; at = table.parent(at)) {
        boolean isOwn = !table.isInlined(at) && isSymbol;
        path.add(isOwn ? symbol : functions.of(base + at));
      }
      Collections.reverse(path);
      return path;
    }
  }
}
