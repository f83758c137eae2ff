package dev.weighbridge.attribution;

import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;

/**
 * Where spans lie: image, section, segment, and whether they are loaded. A file has a handful of
 * such combinations however many spans it has, so a span names one by its number.
 */
public final class SpanLocations {
  private final IntColumn image = new IntColumn(0);
  private final IntColumn section = new IntColumn(0);
  private final IntColumn segment = new IntColumn(0);
  private final ByteColumn loaded = new ByteColumn(0);

  SpanLocations() {}

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

  /** How many there are; some may be alike. */
  public int count() {
    return image.count();
  }

  /** Row of the image, or -1 for bytes of the file that belong to none. */
  public int image(int number) {
    return image.get(number);
  }

  /** Section, counted over all images in order, or -1 if none. */
  public int section(int number) {
    return section.get(number);
  }

  /** Loaded segment, counted over all images in order, or -1 if none. */
  public int segment(int number) {
    return segment.get(number);
  }

  /** Whether the bytes are in memory at run time. */
  public boolean isLoaded(int number) {
    return loaded.get(number) != 0;
  }

  @Override
  public String toString() {
    return count() + " locations";
  }
}
