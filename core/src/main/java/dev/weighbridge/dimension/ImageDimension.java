package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.query.Query;

/** Groups by image: architecture slice or archive member. */
final class ImageDimension implements Dimension {
  @Override
  public String name() {
    return "image";
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    Partition partition = attribution.partition();
    return new Labels(attribution.file().images().size() + 1) {
      @Override
      public int of(int span) {
        return partition.image(span) + 1;
      }

      @Override
      public String text(int label) {
        if (label == 0) {
          return "[container]";
        }
        BinaryImage image = attribution.file().images().get(label - 1);
        return image.name().isEmpty() ? image.machine().name() : image.name();
      }
    };
  }
}
