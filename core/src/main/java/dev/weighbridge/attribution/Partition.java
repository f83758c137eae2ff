package dev.weighbridge.attribution;

import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
  private final ByteColumn kind;
  private final ByteColumn evidence;
  private final IntColumn location;
  private final IntColumn owner;
  private final IntColumn subject;
  private final SpanLocations locations;
  private final long memorySize;

  /** Which span of the partition that was cut each is a part of; null if none was. */
  private final @Nullable IntColumn whole;

  private Partition(Builder spans, @Nullable IntColumn whole) {
    this.whole = whole;
    fileSize = spans.fileSize;
    start = spans.start;
    kind = spans.kind;
    evidence = spans.evidence;
    location = spans.location;
    owner = spans.owner;
    subject = spans.subject;
    locations = spans.locations;
    memorySize = spans.memorySize;
    fileSpans = proveCover();
  }

  /** Proves that spans start at 0, rise strictly, and meet the end of the file on a border. */
  private int proveCover() {
    int rows = kind.count();
    if (start.count() != rows + 1 || start.get(0) != 0) {
      throw new IllegalStateException("spans start at " + start.get(0) + ", not at 0");
    }
    int border = -1;
    long before = -1;
    for (int i = 0; i <= rows; i++) {
      long at = start.get(i);
      if (at <= before) {
        throw endsEarly(i - 1);
      }
      border = at == fileSize ? i : border;
      before = at;
    }
    if (border < 0) {
      throw new IllegalStateException("no span ends at the end of the file, " + fileSize);
    }
    return border;
  }

  private static IllegalStateException endsEarly(int span) {
    return new IllegalStateException("span " + span + " ends before it starts");
  }

  /**
   * The same spans, cut at further places.
   *
   * @param places ascending; those that are borders already or in no span cut nothing
   */
  Partition cutAt(long[] places) {
    int expected = Math.addExact(spanCount(), places.length);
    Builder cut = new Builder(fileSize, 0, expected, locations);
    IntColumn wholes = new IntColumn(expected);
    int next = 0;
    for (int span = 0; span < spanCount(); span++) {
      long at = start(span);
      cut.copy(this, span, at);
      wholes.add(span);
      while (next < places.length && places[next] < end(span)) {
        if (places[next] > at) {
          at = places[next];
          cut.copy(this, span, at);
          wholes.add(span);
        }
        next++;
      }
    }
    cut.start.add(cut.end);
    cut.memorySize = memorySize;
    return new Partition(cut, wholes);
  }

  /**
   * The span that a span is a part of: a row of the partition of {@link Attribution#uncut}, for
   * which tables by span are made; the span itself if nothing was cut.
   */
  public int whole(int span) {
    return whole == null ? span : whole.get(span);
  }

  /**
   * A builder of spans that lie where these do, for {@link Attribution#refined}; {@link
   * Builder#cut} between two keeps them apart.
   *
   * @param more how many more spans than here to make room for
   */
  public Builder refine(int more) {
    return new Builder(fileSize, 0, Math.addExact(spanCount(), more), locations);
  }

  /** How many spans there are, memory-only ones included. */
  public int spanCount() {
    return kind.count();
  }

  /** How many spans have bytes in the file; they are the first ones. */
  public int fileSpanCount() {
    return fileSpans;
  }

  /** Bytes in the file. */
  public long fileSize() {
    return fileSize;
  }

  /** Bytes in memory at run time, of all spans: counted while they were found. */
  public long memorySize() {
    return memorySize;
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
    return locations.isLoaded(location.get(span)) ? start.get(span + 1) - start.get(span) : 0;
  }

  /** What the bytes are. */
  public Kind kind(int span) {
    return Kind.of(kindOrdinal(span));
  }

  /** {@link Kind#ordinal()} of {@link #kind}, for loops. */
  public int kindOrdinal(int span) {
    return kind.get(span);
  }

  /** How we know. */
  public Basis basis(int span) {
    return Basis.of(basisOrdinal(span));
  }

  /** {@link Basis#ordinal()} of {@link #basis}, for loops. */
  public int basisOrdinal(int span) {
    return Basis.ordinalOf(evidencePair(span));
  }

  /** What names the owner. */
  public Evidence names(int span) {
    return Evidence.names(evidencePair(span));
  }

  /** What says where the span ends. */
  public Evidence bounds(int span) {
    return Evidence.bounds(evidencePair(span));
  }

  /** {@link Evidence#pair} of {@link #names} and {@link #bounds}, 0 to 255. */
  public int evidencePair(int span) {
    return evidence.get(span) & 0xFF;
  }

  /** Where spans lie: image, section and segment in one; each span names one by its number. */
  public SpanLocations locations() {
    return locations;
  }

  /** Where a span lies: a number in {@link #locations}. */
  public int location(int span) {
    return location.get(span);
  }

  /** Row of the image, or -1 for bytes of the file that belong to none. */
  public int image(int span) {
    return locations.image(location.get(span));
  }

  /** Section, counted over all images in order, or -1 if none. */
  public int section(int span) {
    return locations.section(location.get(span));
  }

  /** Loaded segment, counted over all images in order, or -1 if none. */
  public int segment(int span) {
    return locations.segment(location.get(span));
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
    int rows = kind.count();
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

  @Override
  public String toString() {
    return spanCount() + " spans";
  }

  /**
   * Spans while they are found, one behind the other. A span that says the same as the one before
   * it lengthens that one instead of becoming a row; what is less sure of their evidence then holds
   * for both. For those who make attributions; everybody else opens a model.
   */
  public static final class Builder {
    private final SpanLocations locations;
    private final LongColumn start;
    private final ByteColumn kind;
    private final ByteColumn evidence;
    private final IntColumn location;
    private final IntColumn owner;
    private final IntColumn subject;
    private final long fileSize;
    private long end;
    private long memorySize;
    private int lastKind;
    private int lastEvidence;
    private int lastLocation;
    private int lastOwner;
    private int lastSubject;

    /**
     * No spans yet.
     *
     * @param fileSize bytes in the file
     * @param from where the first span starts
     * @param expected how many spans to make room for
     */
    public Builder(long fileSize, long from, int expected) {
      this(fileSize, from, expected, new SpanLocations());
    }

    private Builder(long fileSize, long from, int expected, SpanLocations locations) {
      this.fileSize = fileSize;
      this.locations = locations;
      end = from;
      start = new LongColumn(expected);
      kind = new ByteColumn(expected);
      evidence = new ByteColumn(expected);
      location = new IntColumn(expected);
      owner = new IntColumn(expected);
      subject = new IntColumn(expected);
    }

    /** Where the next span must start. */
    public long end() {
      return end;
    }

    /**
     * Adds a place for spans to lie at.
     *
     * @param image its row, or -1
     * @param section counted over all images, or -1
     * @param segment counted over all images, or -1
     * @return its number
     */
    public int location(int image, int section, int segment, boolean isLoaded) {
      return locations.add(image, section, segment, isLoaded);
    }

    /** How many places there are for spans to lie at. */
    public int locationCount() {
      return locations.count();
    }

    /**
     * Appends the span from {@link #end()} to {@code newEnd}.
     *
     * @param evidencePair {@link Evidence#pair} of what names the owner and what bounds the span
     * @param locationNumber one that {@link #location} has given
     * @param subjectId -1 if none
     */
    public void add(
        long newEnd,
        Kind newKind,
        int evidencePair,
        int locationNumber,
        int ownerId,
        int subjectId) {
      Objects.requireNonNull(newKind, "newKind");
      int kindOrdinal = newKind.ordinal();
      boolean isSame =
          lastOwner == ownerId
              && lastSubject == subjectId
              && lastLocation == locationNumber
              && lastKind == kindOrdinal
              && (lastEvidence == evidencePair || isAsSure(evidencePair));
      // A span must not reach over the end of the file, where memory-only places begin.
      if (!isSame || end == fileSize || kind.count() == 0) {
        start.add(end);
        kind.add((byte) kindOrdinal);
        evidence.add((byte) evidencePair);
        location.add(locationNumber);
        owner.add(ownerId);
        subject.add(subjectId);
        lastKind = kindOrdinal;
        lastEvidence = evidencePair;
        lastLocation = locationNumber;
        lastOwner = ownerId;
        lastSubject = subjectId;
      } else if (lastEvidence != evidencePair) {
        lastEvidence = Evidence.lessSure(lastEvidence, evidencePair);
        evidence.set(evidence.count() - 1, (byte) lastEvidence);
      }
      memorySize += locations.isLoaded(locationNumber) ? newEnd - end : 0;
      end = newEnd;
    }

    /** Whether the last span and one of other evidence are known alike, and still are as one. */
    private boolean isAsSure(int evidencePair) {
      int both = Evidence.lessSure(lastEvidence, evidencePair);
      int basis = Basis.ordinalOf(evidencePair);
      return Basis.ordinalOf(lastEvidence) == basis && Basis.ordinalOf(both) == basis;
    }

    /**
     * Appends spans that begin where these end; the first says something else than the last here.
     */
    public void append(Builder more) {
      Objects.requireNonNull(more, "more");
      int base = locations.append(more.locations);
      start.addAll(more.start);
      kind.addAll(more.kind);
      evidence.addAll(more.evidence);
      owner.addAll(more.owner);
      subject.addAll(more.subject);
      for (int i = 0; i < more.location.count(); i++) {
        location.add(base + more.location.get(i));
      }
      lastKind = more.lastKind;
      lastEvidence = more.lastEvidence;
      lastLocation = base + more.lastLocation;
      lastOwner = more.lastOwner;
      lastSubject = more.lastSubject;
      memorySize += more.memorySize;
      end = more.end;
    }

    /** Ends the last span: what follows is another one even if all it says is the same. */
    public void cut() {
      lastLocation = -1;
    }

    /** Appends a part of a span of a partition, from {@code at} to where another one begins. */
    private void copy(Partition from, int span, long at) {
      start.add(at);
      kind.add(from.kind.get(span));
      evidence.add(from.evidence.get(span));
      location.add(from.location(span));
      owner.add(from.owner(span));
      subject.add(from.subject(span));
      end = from.end(span);
    }

    /**
     * Closes the last span and proves the cover. Nothing may be added afterwards.
     *
     * @throws IllegalStateException if the spans do not cover the file
     */
    public Partition build() {
      start.add(end);
      return new Partition(this, null);
    }
  }
}
