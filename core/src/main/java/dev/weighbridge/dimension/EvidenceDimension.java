package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;

/** Groups by what tells whose the bytes are. */
final class EvidenceDimension implements Dimension {
  @Override
  public String name() {
    return "evidence";
  }

  @Override
  public Labels labels(Query query) {
    Partition partition = query.attribution().partition();
    return new Labels(Evidence.count()) {
      @Override
      public int of(int span) {
        return partition.names(span).ordinal();
      }

      @Override
      public String text(int label) {
        return "[" + Evidence.of(label).key() + "]";
      }
    };
  }
}
