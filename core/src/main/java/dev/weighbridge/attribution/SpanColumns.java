package dev.weighbridge.attribution;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The columns of a {@link Partition} while they grow. A span that says the same as the one before
 * it lengthens that one instead of becoming a row.
 */
final class SpanColumns {
  final LongColumn start;
  final ByteColumn kind;
  final ByteColumn basis;
  final ByteColumn load;
  final IntColumn image;
  final IntColumn section;
  final IntColumn segment;
  final IntColumn owner;
  final IntColumn subject;
  private final long fileSize;
  private long end;

  /**
   * Empty columns.
   *
   * @param expected how many spans to make room for
   */
  SpanColumns(long fileSize, int expected) {
    this.fileSize = fileSize;
    start = new LongColumn(expected);
    kind = new ByteColumn(expected);
    basis = new ByteColumn(expected);
    load = new ByteColumn(expected);
    image = new IntColumn(expected);
    section = new IntColumn(expected);
    segment = new IntColumn(expected);
    owner = new IntColumn(expected);
    subject = new IntColumn(expected);
  }

  /** Where the next span must start. */
  long end() {
    return end;
  }

  /** Appends the span from {@link #end()} to {@code newEnd}. */
  void add(
      long newEnd,
      Kind what,
      Basis how,
      boolean isLoaded,
      int imageRow,
      int sectionRow,
      int segmentRow,
      int ownerId,
      int subjectId) {
    if (!continues(what, how, isLoaded, imageRow, sectionRow, segmentRow, ownerId, subjectId)) {
      start.add(end);
      kind.add((byte) what.ordinal());
      basis.add((byte) how.ordinal());
      load.add((byte) (isLoaded ? 1 : 0));
      image.add(imageRow);
      section.add(sectionRow);
      segment.add(segmentRow);
      owner.add(ownerId);
      subject.add(subjectId);
    }
    end = newEnd;
  }

  private boolean continues(
      Kind what,
      Basis how,
      boolean isLoaded,
      int imageRow,
      int sectionRow,
      int segmentRow,
      int ownerId,
      int subjectId) {
    int last = kind.count() - 1;
    return last >= 0
        && end != fileSize
        && owner.get(last) == ownerId
        && subject.get(last) == subjectId
        && kind.get(last) == what.ordinal()
        && basis.get(last) == how.ordinal()
        && section.get(last) == sectionRow
        && segment.get(last) == segmentRow
        && image.get(last) == imageRow
        && (load.get(last) != 0) == isLoaded;
  }

  /** Closes the last span and proves the cover. */
  Partition freeze() {
    start.add(end);
    return new Partition(this, fileSize);
  }
}
