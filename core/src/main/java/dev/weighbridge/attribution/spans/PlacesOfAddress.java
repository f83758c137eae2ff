package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable;
import dev.weighbridge.formats.SegmentTable.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * All places that are loaded at one address. Overlays share addresses on purpose, memories of a
 * Wasm module each begin at 0, and so may the images of one file.
 */
public final class PlacesOfAddress {
  private final Attribution attribution;
  private final long address;
  private final TreeSet<Long> places = new TreeSet<>();

  /** {@link dev.weighbridge.formats.machine.Machine#addressMask} of the image that is looked at. */
  private long mask = -1;

  private PlacesOfAddress(Attribution attribution, long address) {
    this.attribution = attribution;
    this.address = address;
  }

  /** First the place that counts as that of the address, then the others in ascending order. */
  public static List<Long> find(Attribution attribution, long address) {
    long first = attribution.placeOfAddress(address);
    return first < 0 ? List.of() : new PlacesOfAddress(attribution, address).all(first);
  }

  private List<Long> all(long first) {
    for (BinaryImage image : attribution.file().images()) {
      if (!image.isRelocatable()) {
        mask = image.machine().addressMask();
        addSections(image.sections());
        addSegments(image.segments());
      }
    }
    addMemory();
    places.remove(first);
    List<Long> found = new ArrayList<>();
    found.add(first);
    found.addAll(places);
    return found;
  }

  private void addSections(SectionTable sections) {
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      if (section.isLoaded()) {
        add(section.fileStart(), section.fileEnd() - section.fileStart(), section.address());
      }
    }
  }

  private void addSegments(SegmentTable segments) {
    for (int row = 0; row < segments.count(); row++) {
      Segment segment = segments.row(row);
      if (segment.isLoaded()) {
        long inFile = segment.fileEnd() - segment.fileStart();
        add(segment.fileStart(), Math.min(inFile, segment.memorySize()), segment.address());
      }
    }
  }

  /** Adds the place of the address, if a range has it: in any space, if it does not name one. */
  private void add(long place, long length, long start) {
    long space = address & ~mask;
    long inside = (address - start) & mask;
    boolean isInSpace = space == 0 || space == (start & ~mask);
    if (isInSpace && Long.compareUnsigned(inside, length) < 0) {
      places.add(place + inside);
    }
  }

  /** Adds memory without bytes in the file, except what each thread gets its own copy of. */
  private void addMemory() {
    Partition partition = attribution.partition();
    for (int span = partition.fileSpanCount(); span < partition.spanCount(); span++) {
      int image = partition.image(span);
      if (image >= 0 && !isThreadLocal(partition.section(span))) {
        long start = partition.start(span);
        long at = attribution.addressMap(image).address(start);
        if (at != -1) {
          mask = attribution.file().images().get(image).machine().addressMask();
          add(start, partition.end(span) - start, at);
        }
      }
    }
  }

  private boolean isThreadLocal(int section) {
    return section >= 0
        && attribution.section(section).traits().contains(SectionTrait.THREAD_LOCAL);
  }
}
