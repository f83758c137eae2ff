package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.debug.CodeCuts;
import dev.weighbridge.debug.CodeRows;
import dev.weighbridge.debug.FunctionTexts;
import dev.weighbridge.debug.SpanRows;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;
import java.util.Arrays;

/**
 * Groups by the innermost function whose body bytes are, inlined or not: one row has what a
 * function costs wherever it was put. What was not inlined is as by symbol.
 */
final class InlineDimension implements Dimension {
  @Override
  public String name() {
    return "inline";
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
    SpanRows scopes = SpanRows.of(attribution, CodeRows.SCOPES, query.work());
    FunctionTexts functions = new FunctionTexts(attribution, scopes, query.work());
    TextIds ids = new TextIds();
    int[] ofScope = new int[scopes.count()];
    int[] ofOwner = new int[owners.count()];
    Arrays.fill(ofScope, -1);
    Arrays.fill(ofOwner, -1);
    int[] ofSpan = new int[partition.spanCount()];
    for (int span = 0; span < ofSpan.length; span++) {
      Work.checkAt(span);
      int payer = query.payer(span);
      int scope = scopes.row(span);
      if (scope < 0 && partition.kind(span) != Kind.CODE && owners.isFunction(payer)) {
        scope = scopes.rowOfOwner(payer);
        scope = scope < 0 ? -1 : outermost(scopes, scope);
      }
      boolean isOwn = scope < 0 || (!isInlined(scopes, scope) && owners.isSymbol(payer));
      if (isOwn) {
        ofOwner[payer] = ofOwner[payer] < 0 ? ids.of(functions.ofOwner(payer)) : ofOwner[payer];
        ofSpan[span] = ofOwner[payer];
      } else {
        ofScope[scope] = ofScope[scope] < 0 ? ids.of(functions.of(scope)) : ofScope[scope];
        ofSpan[span] = ofScope[scope];
      }
    }
    return ids.labels(ofSpan);
  }

  private static boolean isInlined(SpanRows scopes, int scope) {
    return scopes.debug(scopes.image(scope)).inlines().isInlined(scopes.local(scope));
  }

  private static int outermost(SpanRows scopes, int scope) {
    InlineTable table = scopes.debug(scopes.image(scope)).inlines();
    int local = scopes.local(scope);
    int base = scope - local;
    while (table.parent(local) >= 0) {
      local = table.parent(local);
    }
    return base + local;
  }
}
