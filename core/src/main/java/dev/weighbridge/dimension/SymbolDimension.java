package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Pricing;

/** Groups by symbol: whoever pays for the bytes. */
final class SymbolDimension implements Dimension {
  @Override
  public String name() {
    return "symbol";
  }

  @Override
  public Labels labels(Attribution attribution, Pricing pricing) {
    Owners owners = attribution.owners();
    return new Labels(owners.count()) {
      @Override
      public int of(int span) {
        return attribution.payer(span, pricing);
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
