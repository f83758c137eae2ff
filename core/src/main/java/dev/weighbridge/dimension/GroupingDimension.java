package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.category.DataMarks;
import dev.weighbridge.category.GroupTable;
import dev.weighbridge.category.Grouping;
import dev.weighbridge.crates.CratePolicy;
import java.util.Optional;

/** Groups by the labels that rules give. */
final class GroupingDimension implements Dimension {
  private final Grouping grouping;
  private final CratePolicy policy;

  GroupingDimension(Grouping grouping, CratePolicy policy) {
    this.grouping = grouping;
    this.policy = policy;
  }

  @Override
  public String name() {
    return grouping.name();
  }

  @Override
  public Optional<CratePolicy> cratePolicy() {
    return Optional.of(policy);
  }

  @Override
  public long[] cuts(Attribution attribution) {
    return grouping.asksForDataMarks() ? DataMarks.of(attribution).cuts() : new long[0];
  }

  @Override
  public Labels labels(Attribution attribution, Pricing pricing) {
    GroupTable table = GroupTable.of(attribution, grouping, policy, pricing);
    return new Labels(grouping.labels().size()) {
      @Override
      public int of(int span) {
        return table.ofSpan(span);
      }

      @Override
      public String text(int label) {
        return grouping.labels().get(label);
      }
    };
  }
}
