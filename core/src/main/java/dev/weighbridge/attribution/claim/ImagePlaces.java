package dev.weighbridge.attribution.claim;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.SymbolTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives places to all that an image has in memory; finds those of symbols.
 *
 * <p>A <em>place</em> is a file offset, or, for memory that has no bytes in the file, a position
 * behind the end of the file where all such memory is laid end to end. One coordinate for both lets
 * the same sweep attribute {@code .text} and {@code .bss}.
 */
public final class ImagePlaces {
  /** Memory without bytes in the file; {@code section} or {@code segment} is -1 if not its own. */
  public record MemoryRange(long place, long length, long address, int section, int segment) {}

  /** A program has ten segments; a file made to have more of them has no more memory for that. */
  private static final int MOST_SHARING = 1_000;

  private final SectionTable sections;
  private final boolean isRelocatable;
  private final long[] memoryPlace;
  private final List<MemoryRange> memory = new ArrayList<>();
  private final AddressMap map;
  private final long firstMappedAgain;
  private final long end;

  /**
   * Gives places to an image.
   *
   * @param memoryStart first place for its memory-only ranges
   */
  public ImagePlaces(BinaryImage image, long memoryStart) {
    sections = image.sections();
    isRelocatable = image.isRelocatable();
    memoryPlace = new long[sections.count()];
    AddressMap.Builder ranges = new AddressMap.Builder();
    long place = placeSections(memoryStart, ranges);
    mapSegments(image.segments(), ranges);
    firstMappedAgain = placeTails(image.segments(), place);
    end = placeMappedAgain(image.segments(), firstMappedAgain);
    if (image.segments().count() == 0) {
      addressesOfSections(ranges);
    }
    for (MemoryRange range : memory) {
      ranges.address(range.place(), range.length(), range.address());
    }
    map = ranges.build();
    giveSegments(image.segments());
  }

  /** Tells each memory-only section which segment holds it; thread-local templates have none. */
  private void giveSegments(SegmentTable segments) {
    Claims claims = new Claims(segments.count());
    for (int row = 0; row < segments.count(); row++) {
      Segment segment = segments.row(row);
      if (segment.isLoaded()) {
        claims.add(segment.address(), segment.address() + segment.memorySize(), row);
      }
    }
    PieceFinder finder = new PieceFinder(claims.flatten());
    for (int i = 0; i < memory.size(); i++) {
      MemoryRange range = memory.get(i);
      if (range.section() >= 0 && !isThreadLocalZero(sections.row(range.section()))) {
        int segment = finder.codeAt(range.address());
        memory.set(
            i,
            new MemoryRange(
                range.place(), range.length(), range.address(), range.section(), segment));
      }
    }
  }

  private long placeSections(long memoryStart, AddressMap.Builder ranges) {
    long place = memoryStart;
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      memoryPlace[row] = -1;
      if (!section.isLoaded()) {
        continue;
      }
      long inFile = section.fileEnd() - section.fileStart();
      // The thread-local template shares its addresses with what follows it.
      boolean isAddressable = !isRelocatable && !isThreadLocalZero(section);
      if (isAddressable) {
        ranges.section(section.address(), inFile, section.fileStart());
      }
      long onlyMemory = section.memorySize() - inFile;
      if (onlyMemory > 0 && onlyMemory < Long.MAX_VALUE - place) {
        memoryPlace[row] = place;
        long address = section.address() + inFile;
        memory.add(new MemoryRange(place, onlyMemory, address, row, -1));
        if (isAddressable) {
          ranges.section(address, onlyMemory, place);
        }
        place += onlyMemory;
      }
    }
    return place;
  }

  private static boolean isThreadLocalZero(Section section) {
    return section.traits().contains(SectionTrait.THREAD_LOCAL) && !section.hasFileBytes();
  }

  private static void mapSegments(SegmentTable segments, AddressMap.Builder ranges) {
    for (int row = 0; row < segments.count(); row++) {
      Segment segment = segments.row(row);
      if (segment.isLoaded()) {
        long inFile = bytesInFile(segment);
        ranges.segment(segment.address(), inFile, segment.fileStart());
        ranges.address(segment.fileStart(), inFile, segment.address());
      }
    }
  }

  private static long bytesInFile(Segment segment) {
    return Math.min(segment.fileEnd() - segment.fileStart(), segment.memorySize());
  }

  /** Lays out the zero-filled tails of segments as far as no memory-only section covers them. */
  private long placeTails(SegmentTable segments, long start) {
    Claims bySections = new Claims(memory.size());
    for (MemoryRange range : memory) {
      if (!isThreadLocalZero(sections.row(range.section()))) {
        bySections.add(range.address(), range.address() + range.length(), -1);
      }
    }
    Claims tails = new Claims(segments.count());
    for (int row = 0; row < segments.count(); row++) {
      Segment segment = segments.row(row);
      if (segment.isLoaded()) {
        long from = segment.address() + bytesInFile(segment);
        tails.add(from, segment.address() + segment.memorySize(), row);
      }
    }
    Pieces covered = bySections.flatten().over(tails.flatten());
    long place = start;
    for (int i = 0; i < covered.count(); i++) {
      long length = covered.end(i) - covered.start(i);
      if (covered.code(i) >= 0 && length > 0 && length < Long.MAX_VALUE - place) {
        memory.add(new MemoryRange(place, length, covered.start(i), -1, covered.code(i)));
        place += length;
      }
    }
    return place;
  }

  /**
   * Lays out what segments map of bytes that another segment maps to another address: each takes
   * memory of its own.
   */
  private long placeMappedAgain(SegmentTable segments, long start) {
    Claims claims = new Claims(segments.count());
    long mapped = 0;
    for (int row = 0; row < segments.count() && segments.count() <= MOST_SHARING; row++) {
      Segment segment = segments.row(row);
      if (segment.isLoaded()) {
        claims.add(segment.fileStart(), segment.fileStart() + bytesInFile(segment), row);
        mapped += bytesInFile(segment);
      }
    }
    Pieces pieces = claims.flatten();
    for (int i = 0; i < pieces.count(); i++) {
      mapped -= pieces.end(i) - pieces.start(i);
    }
    long place = start;
    for (int row = 0; row < segments.count() && mapped > 0; row++) {
      if (segments.row(row).isLoaded()) {
        place = placeMappedAgain(segments, row, pieces, place);
      }
    }
    return place;
  }

  private long placeMappedAgain(SegmentTable segments, int row, Pieces pieces, long start) {
    Segment segment = segments.row(row);
    long segmentEnd = segment.fileStart() + bytesInFile(segment);
    long shift = segment.address() - segment.fileStart();
    long place = start;
    for (int i = Math.max(0, pieces.floor(segment.fileStart())); i < pieces.count(); i++) {
      long from = Math.max(pieces.start(i), segment.fileStart());
      long length = Math.min(pieces.end(i), segmentEnd) - from;
      Segment holder = segments.row(pieces.code(i));
      boolean isElsewhere = holder.address() - holder.fileStart() != shift;
      if (isElsewhere && length > 0 && length < Long.MAX_VALUE - place) {
        memory.add(new MemoryRange(place, length, from + shift, -1, row));
        place += length;
      }
      if (pieces.end(i) >= segmentEnd) {
        break;
      }
    }
    return place;
  }

  private void addressesOfSections(AddressMap.Builder ranges) {
    for (int row = 0; row < sections.count(); row++) {
      Section section = sections.row(row);
      if (section.isLoaded()) {
        long inFile = section.fileEnd() - section.fileStart();
        ranges.address(section.fileStart(), inFile, section.address());
      }
    }
  }

  /** Whether memory at a place holds bytes of the file that are somewhere else in memory, too. */
  public boolean isMappedAgain(long place) {
    return place >= firstMappedAgain && place < end;
  }

  /** The first place behind this image's memory-only ranges. */
  public long end() {
    return end;
  }

  /** The memory-only ranges in the order of their places. */
  public List<MemoryRange> memory() {
    return memory;
  }

  /** Where the addresses lie. */
  public AddressMap map() {
    return map;
  }

  /** The place of an address, or -1 if nothing is loaded there. */
  public long place(long address) {
    return map.place(address);
  }

  /** The place of a symbol, or -1 if it has none in this file. */
  public long place(SymbolTable symbols, int row) {
    int section = symbols.section(row);
    if (section < 0) {
      return section == SymbolTable.NO_SECTION ? place(symbols.address(row)) : -1;
    }
    Section home = sections.row(section);
    long inside = isRelocatable ? symbols.address(row) : symbols.address(row) - home.address();
    long inFile = home.fileEnd() - home.fileStart();
    if (inside < 0) {
      return -1;
    }
    if (inside < inFile) {
      return home.fileStart() + inside;
    }
    boolean isInMemory = memoryPlace[section] >= 0 && inside < home.memorySize();
    return isInMemory ? memoryPlace[section] + (inside - inFile) : -1;
  }

  /** Where the section of a place ends, as a place; for a symbol that has one. */
  public long sectionEnd(int section, long place) {
    Section home = sections.row(section);
    boolean isInFile = place >= home.fileStart() && place < home.fileEnd();
    long onlyMemory = home.memorySize() - (home.fileEnd() - home.fileStart());
    return isInFile ? home.fileEnd() : memoryPlace[section] + onlyMemory;
  }
}
