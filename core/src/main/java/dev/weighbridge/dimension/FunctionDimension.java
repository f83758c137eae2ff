package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.crates.FunctionFamilies;
import dev.weighbridge.query.Query;

/** Groups by function of the source; what is no symbol stays as it is. */
final class FunctionDimension implements Dimension {
  @Override
  public String name() {
    return "function";
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    FunctionFamilies families = FunctionFamilies.of(attribution);
    Owners owners = attribution.owners();
    int count = families.count();
    return new Labels(Math.addExact(count, owners.count())) {
      @Override
      public int of(int span) {
        int payer = query.payer(span);
        int family = families.ofOwner(payer);
        return family < 0 ? count + payer : family;
      }

      @Override
      public String text(int label) {
        return label < count ? families.text(label) : owners.readableText(label - count);
      }
    };
  }
}
