package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.bodies.FunctionFragments;
import dev.weighbridge.generics.GenericTable;
import dev.weighbridge.query.Query;

/**
 * Groups the copies of generic items; whoever pays for other bytes keeps its own label, with pieces
 * that a compiler split off it.
 */
final class GenericDimension implements Dimension {
  @Override
  public String name() {
    return "generic";
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    Owners owners = attribution.owners();
    GenericTable generics = GenericTable.of(attribution);
    FunctionFragments pieces = FunctionFragments.of(attribution);
    int first = owners.count();
    return new Labels(first + generics.count()) {
      @Override
      public int of(int span) {
        int payer = query.payer(span);
        int generic = generics.ofOwner(payer);
        return generic >= 0 ? first + generic : pieces.parent(payer);
      }

      @Override
      public String text(int label) {
        return label < first ? owners.readableText(label) : generics.label(label - first);
      }

      @Override
      public int owner(int label) {
        return label < first ? label : -1;
      }
    };
  }
}
