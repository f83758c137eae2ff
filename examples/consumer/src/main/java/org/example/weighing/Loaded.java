package org.example.weighing;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.query.Query;

/** A dimension of the tool's own: what is in memory at run time, and what only lies on disk. */
final class Loaded implements Dimension {
  @Override
  public String name() {
    return "loaded";
  }

  @Override
  public Labels labels(Query query) {
    Partition partition = query.attribution().partition();
    return new Labels(2) {
      @Override
      public int of(int span) {
        return partition.memorySize(span) > 0 ? 1 : 0;
      }

      @Override
      public String text(int label) {
        return label == 1 ? "loaded" : "on disk only";
      }
    };
  }
}
