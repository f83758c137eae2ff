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
  /** The kind takes the low bits of a trait, the basis those above. */
  static final int BASIS_SHIFT = 4;

  final SpanLocations locations;
  final LongColumn start;
  final ByteColumn trait;
  final IntColumn context;
  final IntColumn owner;
  final IntColumn subject;
  private final long fileSize;
  private long end;
  private int lastTrait;
  private int lastContext;
  private int lastOwner;
  private int lastSubject;

  /**
   * Empty columns.
   *
   * @param from where the first span starts
   * @param expected how many spans to make room for
   */
  SpanColumns(long fileSize, long from, int expected) {
    this(fileSize, from, expected, new SpanLocations());
  }

  /**
   * Empty columns for the spans of a partition.
   *
   * @param more how many more than it has to make room for
   */
  SpanColumns(Partition from, int more) {
    this(from.fileSize(), 0, Math.addExact(from.spanCount(), more), from.locations());
  }

  private SpanColumns(long fileSize, long from, int expected, SpanLocations locations) {
    this.fileSize = fileSize;
    this.locations = locations;
    end = from;
    start = new LongColumn(expected);
    trait = new ByteColumn(expected);
    context = new IntColumn(expected);
    owner = new IntColumn(expected);
    subject = new IntColumn(expected);
  }

  /** Where the next span must start. */
  long end() {
    return end;
  }

  /** Appends the span from {@link #end()} to {@code newEnd}. */
  void add(long newEnd, Kind kind, Basis basis, int contextNumber, int ownerId, int subjectId) {
    int newTrait = kind.ordinal() | basis.ordinal() << BASIS_SHIFT;
    boolean isSame =
        lastOwner == ownerId
            && lastSubject == subjectId
            && lastContext == contextNumber
            && lastTrait == newTrait;
    // A span must not reach over the end of the file, where memory-only places begin.
    if (!isSame || end == fileSize || trait.count() == 0) {
      start.add(end);
      trait.add((byte) newTrait);
      context.add(contextNumber);
      owner.add(ownerId);
      subject.add(subjectId);
      lastTrait = newTrait;
      lastContext = contextNumber;
      lastOwner = ownerId;
      lastSubject = subjectId;
    }
    end = newEnd;
  }

  /**
   * Appends columns that begin where these end, with a span that says something else than the last
   * one here.
   */
  void append(SpanColumns more) {
    int base = locations.append(more.locations);
    start.addAll(more.start);
    trait.addAll(more.trait);
    owner.addAll(more.owner);
    subject.addAll(more.subject);
    for (int i = 0; i < more.context.count(); i++) {
      context.add(base + more.context.get(i));
    }
    lastTrait = more.lastTrait;
    lastContext = base + more.lastContext;
    lastOwner = more.lastOwner;
    lastSubject = more.lastSubject;
    end = more.end;
  }

  /** Ends the last span: what follows is another one even if all it says is the same. */
  void cut() {
    lastContext = -1;
  }

  /** Appends a part of a span of a partition, from {@code at} to where another one begins. */
  void copy(Partition from, int span, long at) {
    start.add(at);
    trait.add(from.trait(span));
    context.add(from.context(span));
    owner.add(from.owner(span));
    subject.add(from.subject(span));
    end = from.end(span);
  }

  /** Closes the last span and proves the cover. */
  Partition freeze() {
    start.add(end);
    return new Partition(this, fileSize);
  }
}
