package dev.weighbridge.region;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable.Segment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The sections of a file that take memory, with where they run and where they are stored: linkers
 * count sections, as a segment may begin before the region with headers that nobody loads. The
 * segments stand in for them in an image without sections.
 *
 * <p>What has no bytes in the file is stored nowhere, whatever address its segment states. The
 * thread-local template that is all zeros has no address of its own.
 */
final class LoadedRanges {
  /** Not stored anywhere. */
  static final long NOWHERE = Long.MIN_VALUE;

  /** Takes no memory. */
  static final long UNPLACED = Long.MIN_VALUE + 1;

  /**
   * A range.
   *
   * @param shift from where it runs to where it is stored; {@link #NOWHERE} if it is not stored
   */
  record Loaded(long address, long size, long shift) {
    long loadAddress() {
      return address + shift;
    }

    boolean isStored() {
      return shift != NOWHERE;
    }
  }

  private final List<Loaded> ranges = new ArrayList<>();
  private final long[] shiftOfSection;
  private final long[] shiftOfSegment;

  LoadedRanges(Attribution attribution) {
    shiftOfSection = new long[attribution.sections().size()];
    shiftOfSegment = new long[attribution.segments().size()];
    Arrays.fill(shiftOfSection, UNPLACED);
    Arrays.fill(shiftOfSegment, UNPLACED);
    int section = 0;
    int segment = 0;
    for (BinaryImage image : attribution.file().images()) {
      if (!image.isRelocatable() && image.sections().count() > 0) {
        addSections(image, section);
      } else if (!image.isRelocatable()) {
        addSegments(image, segment);
      }
      section += image.sections().count();
      segment += image.segments().count();
    }
  }

  private void addSections(BinaryImage image, int base) {
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      boolean isThreadZero =
          section.traits().contains(SectionTrait.THREAD_LOCAL) && !section.hasFileBytes();
      if (section.isLoaded() && section.memorySize() > 0 && !isThreadZero) {
        long shift = section.hasFileBytes() ? shift(image, section) : NOWHERE;
        shiftOfSection[base + row] = shift;
        ranges.add(new Loaded(section.address(), section.memorySize(), shift));
      }
    }
  }

  /** By the segment that has its bytes of the file; by its address if none has. */
  private static long shift(BinaryImage image, Section section) {
    long byAddress = 0;
    boolean isFound = false;
    for (int row = 0; row < image.segments().count(); row++) {
      Segment segment = image.segments().row(row);
      long into = section.address() - segment.address();
      boolean holds =
          segment.isLoaded()
              && Long.compareUnsigned(into, segment.memorySize()) < 0
              && section.memorySize() <= segment.memorySize() - into;
      // Overlays run at one address, each from a segment of its own.
      if (holds && section.fileStart() - segment.fileStart() == into) {
        return segment.loadAddress() - segment.address();
      }
      if (holds && !isFound) {
        byAddress = segment.loadAddress() - segment.address();
        isFound = true;
      }
    }
    return byAddress;
  }

  private void addSegments(BinaryImage image, int base) {
    for (int row = 0; row < image.segments().count(); row++) {
      Segment segment = image.segments().row(row);
      if (segment.isLoaded() && segment.memorySize() > 0) {
        long inFile = segment.fileEnd() - segment.fileStart();
        long stored = Math.min(inFile, segment.memorySize());
        long shift = segment.loadAddress() - segment.address();
        shiftOfSegment[base + row] = shift;
        if (stored > 0) {
          ranges.add(new Loaded(segment.address(), stored, shift));
        }
        if (segment.memorySize() > stored) {
          long zeros = segment.memorySize() - stored;
          ranges.add(new Loaded(segment.address() + stored, zeros, NOWHERE));
        }
      }
    }
  }

  /** The ranges, in the order of the file. */
  List<Loaded> ranges() {
    return ranges;
  }

  /**
   * The shift of bytes from where they run to where they are stored.
   *
   * @param section counted over all images, -1 if they are in none
   * @param segment likewise
   * @return {@link #UNPLACED} if they count in no region
   */
  long shift(int section, int segment) {
    if (section >= 0) {
      return shiftOfSection[section];
    }
    return segment >= 0 ? shiftOfSegment[segment] : UNPLACED;
  }
}
