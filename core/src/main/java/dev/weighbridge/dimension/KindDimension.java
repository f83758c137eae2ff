package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;

/** Groups by what the bytes are. */
final class KindDimension implements Dimension {
  @Override
  public String name() {
    return "kind";
  }

  @Override
  public Labels labels(Query query) {
    Partition partition = query.attribution().partition();
    return new Labels(Kind.count()) {
      @Override
      public int of(int span) {
        return partition.kindOrdinal(span);
      }

      @Override
      public String text(int label) {
        return "[" + Kind.of(label).key() + "]";
      }
    };
  }
}
