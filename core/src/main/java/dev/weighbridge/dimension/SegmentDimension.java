package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.query.Query;
import org.jspecify.annotations.Nullable;

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
      private @Nullable NamesInImages names;

      @Override
      public int of(int span) {
        return partition.segment(span) + 1;
      }

      @Override
      public String text(int label) {
        if (label == 0) {
          return "[not loaded]";
        }
        return names().text(label - 1, SegmentDimension.text(attribution.segment(label - 1)));
      }

      private NamesInImages names() {
        if (names == null) {
          names =
              new NamesInImages(
                  attribution.file(),
                  image -> image.segments().count(),
                  (image, row) -> SegmentDimension.text(image.segments().row(row)));
        }
        return names;
      }
    };
  }

  private static String text(Segment segment) {
    return segment.name() + " #" + segment.index() + " " + segment.permissions();
  }
}
