package dev.weighbridge.attribution;

import dev.weighbridge.formats.Kind;

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
  private final long[] start;
  private final byte[] kind;
  private final byte[] basis;
  private final boolean[] loaded;
  private final int[] image;
  private final int[] section;
  private final int[] segment;
  private final int[] owner;
  private final int[] subject;

  Partition(SpanColumns spans, long fileSize) {
    this.fileSize = fileSize;
    start = spans.start.freeze();
    kind = spans.kind.freeze();
    basis = spans.basis.freeze();
    loaded = spans.loaded();
    image = spans.image.freeze();
    section = spans.section.freeze();
    segment = spans.segment.freeze();
    owner = spans.owner.freeze();
    subject = spans.subject.freeze();
    fileSpans = proveCover();
  }

  /** Proves that spans start at 0, rise strictly, and meet the end of the file on a border. */
  private int proveCover() {
    int rows = kind.length;
    if (start.length != rows + 1 || start[0] != 0) {
      throw new IllegalStateException("spans start at " + start[0] + ", not at 0");
    }
    int border = -1;
    for (int i = 0; i <= rows; i++) {
      if (i > 0 && start[i] <= start[i - 1]) {
        throw new IllegalStateException("span " + (i - 1) + " ends before it starts");
      }
      if (start[i] == fileSize) {
        border = i;
      }
    }
    if (border < 0) {
      throw new IllegalStateException("no span ends at the end of the file, " + fileSize);
    }
    return border;
  }

  /** How many spans there are, memory-only ones included. */
  public int spanCount() {
    return kind.length;
  }

  /** How many spans have bytes in the file; they are the first ones. */
  public int fileSpanCount() {
    return fileSpans;
  }

  /** Bytes in the file. */
  public long fileSize() {
    return fileSize;
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
    return start[span];
  }

  /** Where a span ends, exclusive; the same coordinate as {@link #start}. */
  public long end(int span) {
    return start[span + 1];
  }

  /** Bytes in the file; 0 for a memory-only span. */
  public long fileSize(int span) {
    return span < fileSpans ? start[span + 1] - start[span] : 0;
  }

  /** Bytes in memory at run time; 0 for bytes that are not loaded. */
  public long memorySize(int span) {
    return loaded[span] ? start[span + 1] - start[span] : 0;
  }

  /** What the bytes are. */
  public Kind kind(int span) {
    return Kind.of(kind[span]);
  }

  /** {@link Kind#ordinal()} of {@link #kind}, for loops. */
  public int kindOrdinal(int span) {
    return kind[span];
  }

  /** How we know. */
  public Basis basis(int span) {
    return Basis.of(basis[span]);
  }

  /** {@link Basis#ordinal()} of {@link #basis}, for loops. */
  public int basisOrdinal(int span) {
    return basis[span];
  }

  /** Row of the image, or -1 for bytes of the file that belong to none. */
  public int image(int span) {
    return image[span];
  }

  /** Section, counted over all images in order, or -1 if none. */
  public int section(int span) {
    return section[span];
  }

  /** Loaded segment, counted over all images in order, or -1 if none. */
  public int segment(int span) {
    return segment[span];
  }

  /** Whose bytes these are. */
  public int owner(int span) {
    return owner[span];
  }

  /** The symbol or function these bytes are about, or -1 if none. */
  public int subject(int span) {
    return subject[span];
  }

  /**
   * The span that holds a byte.
   *
   * @param place a file offset, or a place behind the file
   * @return its row, or -1 if the place is negative or behind the last span
   */
  public int spanAt(long place) {
    int rows = kind.length;
    if (place < 0 || place >= start[rows]) {
      return -1;
    }
    int low = 0;
    int high = rows - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (start[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
