package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;

/**
 * Where spans lie: image, section, segment, and whether they are loaded. A file has a handful of
 * such combinations however many spans it has, so a span names one by its number.
 */
final class SpanLocations {
  private final IntColumn image = new IntColumn(0);
  private final IntColumn section = new IntColumn(0);
  private final IntColumn segment = new IntColumn(0);
  private final ByteColumn loaded = new ByteColumn(0);

  /** Adds a combination; sections and segments are counted over all images, or -1. */
  int add(int imageRow, int sectionIndex, int segmentIndex, boolean isLoaded) {
    image.add(imageRow);
    section.add(sectionIndex);
    segment.add(segmentIndex);
    loaded.add((byte) (isLoaded ? 1 : 0));
    return image.count() - 1;
  }

  /** Adds those of another part of the file; returns the number that its first one has here. */
  int append(SpanLocations more) {
    int base = image.count();
    image.addAll(more.image);
    section.addAll(more.section);
    segment.addAll(more.segment);
    loaded.addAll(more.loaded);
    return base;
  }

  int count() {
    return image.count();
  }

  int image(int number) {
    return image.get(number);
  }

  int section(int number) {
    return section.get(number);
  }

  int segment(int number) {
    return segment.get(number);
  }

  boolean isLoaded(int number) {
    return loaded.get(number) != 0;
  }
}
