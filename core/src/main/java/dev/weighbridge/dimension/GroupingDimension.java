package dev.weighbridge.dimension;

import dev.weighbridge.category.DataMarks;
import dev.weighbridge.category.GroupTable;
import dev.weighbridge.category.Grouping;
import dev.weighbridge.query.Query;

/** Groups by the labels that rules give. */
final class GroupingDimension implements Dimension {
  private final Grouping grouping;

  GroupingDimension(Grouping grouping) {
    this.grouping = grouping;
  }

  @Override
  public String name() {
    return grouping.name();
  }

  @Override
  public boolean hasCrates() {
    return true;
  }

  @Override
  public long[] cuts(Query query) {
    return grouping.asksForDataMarks() ? DataMarks.of(query.attribution()).cuts() : new long[0];
  }

  @Override
  public Labels labels(Query query) {
    GroupTable table =
        GroupTable.of(query.attribution(), grouping, query.cratePolicy(), query.pricing());
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
