package dev.weighbridge.attribution.data;

/**
 * A range of addresses with a mark on each byte that is of interest.
 *
 * <p>One bit a byte: asking whether an address is of interest costs a subtraction and a load, which
 * is what a scan of tens of megabytes of code can afford.
 */
final class DataWindow {
  private final long address;
  private final long length;
  private final long place;
  private final long[] wanted;
  private final long[] hit;
  private int[] rank = new int[0];

  /**
   * A window without marks.
   *
   * @param address its first address
   * @param length bytes, below 2^31
   * @param place file offset of its first byte
   */
  DataWindow(long address, int length, long place) {
    this.address = address;
    this.length = length;
    this.place = place;
    wanted = new long[(length >>> 6) + 1];
    hit = new long[(length >>> 6) + 1];
  }

  /** Its first address. */
  long start() {
    return address;
  }

  /** Bytes from its start to an address in it. */
  int offset(long target) {
    return (int) (target - address);
  }

  /** The address behind its last. */
  long end() {
    return address + length;
  }

  /** The address of a place in it. */
  long address(long at) {
    return address + (at - place);
  }

  /** File offset of its first byte. */
  long place() {
    return place;
  }

  /** File offset of its end, exclusive. */
  long placeEnd() {
    return place + length;
  }

  /** Marks the bytes at places {@code [start, end)} as of interest. */
  void want(long start, long end) {
    int from = (int) (start - place);
    int to = (int) (end - place);
    for (int i = from; i < to; ) {
      if ((i & 63) == 0 && to - i >= 64) {
        wanted[i >>> 6] = -1;
        i += 64;
      } else {
        wanted[i >>> 6] |= 1L << i;
        i++;
      }
    }
  }

  /** Whether a byte of the window is of interest. */
  boolean isWanted(int offset) {
    return (wanted[offset >>> 6] & 1L << offset) != 0;
  }

  /** Remembers that something refers to a byte of the window. */
  void hit(int offset) {
    hit[offset >>> 6] |= 1L << offset;
  }

  /** Remembers a place in the window as hit. */
  void hitPlace(long at) {
    hit((int) (at - place));
  }

  /** Counts the hits; from now on {@link #number} may be asked. */
  int count() {
    rank = new int[hit.length + 1];
    for (int i = 0; i < hit.length; i++) {
      rank[i + 1] = rank[i] + Long.bitCount(hit[i]);
    }
    return rank[hit.length];
  }

  /** The number of the last hit at or before a byte of the window; -1 if there is none. */
  int number(int offset) {
    int word = offset >>> 6;
    long upTo = -1L >>> (63 - (offset & 63));
    return rank[word] + Long.bitCount(hit[word] & upTo) - 1;
  }

  /**
   * The first place at or behind {@code start} that was hit, or {@code end} if none is before it.
   */
  long nextHit(long start, long end) {
    int i = (int) (start - place);
    int stop = (int) (end - place);
    while (i < stop) {
      long word = hit[i >>> 6] >>> i;
      if (word != 0) {
        return Math.min(end, place + i + Long.numberOfTrailingZeros(word));
      }
      i = (i | 63) + 1;
    }
    return end;
  }
}
