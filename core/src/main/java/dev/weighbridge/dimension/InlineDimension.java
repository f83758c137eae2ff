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
    // What a span is of: a scope, or the complement of an owner.
    int[] whose = new int[partition.spanCount()];
    boolean[] hasScope = new boolean[scopes.count()];
    boolean[] hasOwner = new boolean[owners.count()];
    for (int span = 0; span < whose.length; span++) {
      Work.checkAt(span);
      int payer = query.payer(span);
      int scope = scopes.row(span);
      if (scope < 0 && partition.kind(span) != Kind.CODE && owners.isFunction(payer)) {
        scope = scopes.rowOfOwner(payer);
        scope = scope < 0 ? -1 : outermost(scopes, scope);
      }
      boolean isOwn = scope < 0 || (!isInlined(scopes, scope) && owners.isSymbol(payer));
      whose[span] = isOwn ? ~payer : scope;
      if (isOwn) {
        hasOwner[payer] = true;
      } else {
        hasScope[scope] = true;
      }
    }
    functions.readAhead(hasOwner, hasScope);
    TextIds ids = new TextIds();
    int[] ofScope = new int[hasScope.length];
    int[] ofOwner = new int[hasOwner.length];
    Arrays.fill(ofScope, -1);
    Arrays.fill(ofOwner, -1);
    for (int span = 0; span < whose.length; span++) {
      int of = whose[span];
      if (of >= 0) {
        ofScope[of] = ofScope[of] < 0 ? ids.of(functions.of(of)) : ofScope[of];
        whose[span] = ofScope[of];
      } else {
        ofOwner[~of] = ofOwner[~of] < 0 ? ids.of(functions.ofOwner(~of)) : ofOwner[~of];
        whose[span] = ofOwner[~of];
      }
    }
    return ids.labels(whose);
  }

  private static boolean isInlined(SpanRows scopes, int scope) {
    return scopes.inlines(scope).isInlined(scopes.local(scope));
  }

  private static int outermost(SpanRows scopes, int scope) {
    InlineTable table = scopes.inlines(scope);
    int local = scopes.local(scope);
    int base = scope - local;
    while (table.parent(local) >= 0) {
      local = table.parent(local);
    }
    return base + local;
  }
}
