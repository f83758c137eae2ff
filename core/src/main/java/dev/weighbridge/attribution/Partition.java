package dev.weighbridge.attribution;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The leaf spans of a file: every byte in exactly one.
 *
 * <p>Spans are rows of parallel columns. The first {@link #fileSpanCount()} of them cover the file
 * from its first byte to its last, in order and without a gap; those after them are memory-only
 * ({@code .bss}) and have no bytes in the file. {@code section}, {@code segment} and {@code image}
 * are rows of {@link Attribution}; {@code owner} and {@code subject} are ids of {@link Owners}.
 *
 * <p>The constructor proves the cover and throws if it does not hold, so a partition that exists is
 * one that adds up. Immutable.
 */
public final class Partition {
  private final int fileSpans;
  private final long fileSize;
  private final LongColumn start;
  private final ByteColumn trait;
  private final IntColumn context;
  private final IntColumn owner;
  private final IntColumn subject;
  private final SpanLocations locations;

  Partition(SpanColumns spans, long fileSize) {
    this.fileSize = fileSize;
    start = spans.start;
    trait = spans.trait;
    context = spans.context;
    owner = spans.owner;
    subject = spans.subject;
    locations = spans.locations;
    fileSpans = proveCover();
  }

  /** Proves that spans start at 0, rise strictly, and meet the end of the file on a border. */
  private int proveCover() {
    int rows = trait.count();
    if (start.count() != rows + 1 || start.get(0) != 0) {
      throw new IllegalStateException("spans start at " + start.get(0) + ", not at 0");
    }
    int border = -1;
    for (int i = 0; i <= rows; i++) {
      if (i > 0 && start.get(i) <= start.get(i - 1)) {
        throw new IllegalStateException("span " + (i - 1) + " ends before it starts");
      }
      if (start.get(i) == fileSize) {
        border = i;
      }
    }
    if (border < 0) {
      throw new IllegalStateException("no span ends at the end of the file, " + fileSize);
    }
    return border;
  }

  /**
   * The same spans, cut at further places.
   *
   * @param places ascending; those that are borders already or in no span cut nothing
   */
  Partition cutAt(long[] places) {
    SpanColumns cut = new SpanColumns(this, places.length);
    int next = 0;
    for (int span = 0; span < spanCount(); span++) {
      long at = start(span);
      cut.copy(this, span, at);
      while (next < places.length && places[next] < end(span)) {
        if (places[next] > at) {
          at = places[next];
          cut.copy(this, span, at);
        }
        next++;
      }
    }
    return cut.freeze();
  }

  /** How many spans there are, memory-only ones included. */
  public int spanCount() {
    return trait.count();
  }

  /** How many spans have bytes in the file; they are the first ones. */
  public int fileSpanCount() {
    return fileSpans;
  }

  /** Bytes in the file. */
  public long fileSize() {
    return fileSize;
  }

  /** Bytes in memory at run time, of all spans. */
  public long memorySize() {
    long sum = 0;
    for (int span = 0; span < spanCount(); span++) {
      sum += memorySize(span);
    }
    return sum;
  }

  /** Whether a span has no bytes in the file. */
  public boolean isMemoryOnly(int span) {
    return span >= fileSpans;
  }

  /**
   * Where a span starts: its file offset. Memory-only spans are laid end to end behind the file in
   * this coordinate, which {@link AddressMap} calls a <em>place</em>.
   */
  public long start(int span) {
    return start.get(span);
  }

  /** Where a span ends, exclusive; the same coordinate as {@link #start}. */
  public long end(int span) {
    return start.get(span + 1);
  }

  /** Bytes in the file; 0 for a memory-only span. */
  public long fileSize(int span) {
    return span < fileSpans ? start.get(span + 1) - start.get(span) : 0;
  }

  /** Bytes in memory at run time; 0 for bytes that are not loaded. */
  public long memorySize(int span) {
    return locations.isLoaded(context.get(span)) ? start.get(span + 1) - start.get(span) : 0;
  }

  /** What the bytes are. */
  public Kind kind(int span) {
    return Kind.of(kindOrdinal(span));
  }

  /** {@link Kind#ordinal()} of {@link #kind}, for loops. */
  public int kindOrdinal(int span) {
    return trait.get(span) & ((1 << SpanColumns.BASIS_SHIFT) - 1);
  }

  /** How we know. */
  public Basis basis(int span) {
    return Basis.of(basisOrdinal(span));
  }

  /** {@link Basis#ordinal()} of {@link #basis}, for loops. */
  public int basisOrdinal(int span) {
    return trait.get(span) >>> SpanColumns.BASIS_SHIFT;
  }

  /** Where spans lie, and which of these places each span names. */
  SpanLocations locations() {
    return locations;
  }

  int context(int span) {
    return context.get(span);
  }

  /** Row of the image, or -1 for bytes of the file that belong to none. */
  public int image(int span) {
    return locations.image(context.get(span));
  }

  /** Section, counted over all images in order, or -1 if none. */
  public int section(int span) {
    return locations.section(context.get(span));
  }

  /** Loaded segment, counted over all images in order, or -1 if none. */
  public int segment(int span) {
    return locations.segment(context.get(span));
  }

  /** Kind and basis of a span in one byte. */
  byte trait(int span) {
    return trait.get(span);
  }

  /** Whose bytes these are. */
  public int owner(int span) {
    return owner.get(span);
  }

  /** The symbol or function these bytes are about, or -1 if none. */
  public int subject(int span) {
    return subject.get(span);
  }

  /**
   * The span that holds a byte.
   *
   * @param place a file offset, or a place behind the file
   * @return its row, or -1 if the place is negative or behind the last span
   */
  public int spanAt(long place) {
    int rows = trait.count();
    if (place < 0 || place >= start.get(rows)) {
      return -1;
    }
    int low = 0;
    int high = rows - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start.get(middle) <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
