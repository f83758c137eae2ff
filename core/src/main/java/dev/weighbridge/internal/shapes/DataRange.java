package dev.weighbridge.internal.shapes;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.columns.Coverage;
import java.util.ArrayList;
import java.util.List;

/**
 * A part of a file that holds data of the program.
 *
 * @param start file offset of its first byte
 * @param end file offset behind its last
 * @param address virtual address of its first byte
 */
public record DataRange(long start, long end, long address) {
  /**
   * Those of an image: its data sections, or where no section tells, its data segments. Where
   * several lie over each other the bytes are of the first.
   */
  public static List<DataRange> of(BinaryImage image) {
    List<DataRange> ranges = new ArrayList<>();
    Coverage taken = new Coverage();
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (isPlainData(section)) {
        add(section.fileStart(), section.fileEnd(), section.address(), taken, ranges);
      }
    }
    boolean isTold = !ranges.isEmpty();
    for (int row = 0; !isTold && row < image.segments().count(); row++) {
      Segment segment = image.segments().row(row);
      if (segment.isLoaded() && segment.permissions().indexOf('x') < 0) {
        add(segment.fileStart(), segment.fileEnd(), segment.address(), taken, ranges);
      }
    }
    return ranges;
  }

  private static void add(
      long start, long end, long address, Coverage taken, List<DataRange> ranges) {
    long[] pieces = taken.take(start, end);
    for (int i = 0; i < pieces.length; i += 2) {
      ranges.add(new DataRange(pieces[i], pieces[i + 1], address + pieces[i] - start));
    }
  }

  private static boolean isPlainData(Section section) {
    return section.isLoaded()
        && section.hasFileBytes()
        && (section.kind() == Kind.RODATA || section.kind() == Kind.DATA)
        && !section.traits().contains(SectionTrait.METADATA);
  }

  /** Whether a place lies in it. */
  public boolean contains(long place) {
    return place >= start && place < end;
  }
}
