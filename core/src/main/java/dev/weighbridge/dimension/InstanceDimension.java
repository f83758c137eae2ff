package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.bodies.FunctionFragments;
import dev.weighbridge.debug.LegacyInstances;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.query.Query;

/**
 * Groups by function with its type arguments, which debug information tells where names leave them
 * out; pieces that compilers split off count as part of theirs.
 */
final class InstanceDimension implements Dimension {
  @Override
  public String name() {
    return "instance";
  }

  @Override
  public boolean isOfDebugInformation() {
    return true;
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    attribution.file().requireBytes();
    Owners owners = attribution.owners();
    FunctionFragments pieces = FunctionFragments.of(attribution);
    LegacyInstances instances = LegacyInstances.of(attribution, query.work());
    TextIds ids = new TextIds();
    int[] ofOwner = new int[owners.count()];
    int[] ofSpan = new int[attribution.partition().spanCount()];
    for (int span = 0; span < ofSpan.length; span++) {
      Work.tellAt("reading names", span, ofSpan.length);
      int owner = pieces.parent(query.payer(span));
      if (ofOwner[owner] == 0) {
        String text = owners.readableText(owner);
        boolean isSymbol = owners.isSymbol(owner);
        ofOwner[owner] = ids.of(isSymbol ? instances.added(text, owners.text(owner)) : text) + 1;
      }
      ofSpan[span] = ofOwner[owner] - 1;
    }
    return ids.labels(ofSpan);
  }
}
