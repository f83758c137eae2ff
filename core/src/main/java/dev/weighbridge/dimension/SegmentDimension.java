package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.query.Query;

/** Groups by loaded segment; bytes that are never loaded are {@code [not loaded]}. */
final class SegmentDimension implements Dimension {
  @Override
  public String name() {
    return "segment";
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    Partition partition = attribution.partition();
    return new Labels(attribution.segments().size() + 1) {
      @Override
      public int of(int span) {
        return partition.segment(span) + 1;
      }

      @Override
      public String text(int label) {
        if (label == 0) {
          return "[not loaded]";
        }
        Segment segment = attribution.segment(label - 1);
        return segment.name() + " #" + segment.index() + " " + segment.permissions();
      }
    };
  }
}
