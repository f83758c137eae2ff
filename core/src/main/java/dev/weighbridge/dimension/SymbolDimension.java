package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Owners;
import dev.weighbridge.query.Query;

/** Groups by symbol: whoever pays for the bytes. */
final class SymbolDimension implements Dimension {
  @Override
  public String name() {
    return "symbol";
  }

  @Override
  public Labels labels(Query query) {
    Owners owners = query.attribution().owners();
    return new Labels(owners.count()) {
      @Override
      public int of(int span) {
        return query.payer(span);
      }

      @Override
      public String text(int label) {
        return owners.readableText(label);
      }

      @Override
      public int owner(int label) {
        return label;
      }
    };
  }
}
