package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.category.DataMarks;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.crates.CratePolicy;

/** Groups by the built-in rules, which are read when first needed. */
final class CategoryDimension implements Dimension {
  @Override
  public String name() {
    return "category";
  }

  @Override
  public long[] cuts(Attribution attribution) {
    return DataMarks.of(attribution).cuts();
  }

  @Override
  public Labels labels(Attribution attribution, Pricing pricing) {
    return new GroupingDimension(RuleFile.category(), CratePolicy.RESPONSIBLE)
        .labels(attribution, pricing);
  }
}
