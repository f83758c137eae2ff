package dev.weighbridge.dimension;

import dev.weighbridge.category.DataMarks;
import dev.weighbridge.category.RuleFile;
import dev.weighbridge.query.Query;

/** Groups by the built-in rules, which are read when first needed. */
final class CategoryDimension implements Dimension {
  @Override
  public String name() {
    return "category";
  }

  @Override
  public boolean hasCrates() {
    return true;
  }

  @Override
  public long[] cuts(Query query) {
    return DataMarks.of(query.attribution()).cuts();
  }

  @Override
  public Labels labels(Query query) {
    return new GroupingDimension(RuleFile.category()).labels(query);
  }
}
