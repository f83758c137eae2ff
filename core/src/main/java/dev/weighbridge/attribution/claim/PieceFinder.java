package dev.weighbridge.attribution.claim;

/**
 * Finds pieces by place, in any order.
 *
 * <p>Places are dense, so an index by blocks of places narrows each question to a few pieces: one
 * look-up instead of a binary search whose every step misses the cache. Addresses of a broken file
 * may lie further apart than a signed number tells, so distances are unsigned.
 */
public final class PieceFinder {
  /** Log2 of about how many pieces a block has; neighbours share a line of the cache. */
  private static final int PIECES_BITS = 1;

  private final Pieces pieces;
  private final long first;
  private final long span;
  private final int shift;
  private final int[] block;

  /** Makes the index. */
  public PieceFinder(Pieces pieces) {
    this.pieces = pieces;
    int count = pieces.count();
    first = count == 0 ? 0 : pieces.start(0);
    span = count == 0 ? 0 : pieces.start(count - 1) - first;
    long apart = Long.divideUnsigned(span, Math.max(1, count));
    shift = Math.min(63, 64 - Long.numberOfLeadingZeros(apart) + PIECES_BITS);
    block = new int[(int) (span >>> shift) + 2];
    int piece = 0;
    for (int b = 1; b < block.length; b++) {
      while (piece < count && (pieces.start(piece) - first) >>> shift < b) {
        piece++;
      }
      block[b] = piece;
    }
  }

  /** The code of the piece that holds a place, or -1 if none does. */
  public int codeAt(long place) {
    int piece = pieceAt(place);
    return piece < 0 ? -1 : pieces.code(piece);
  }

  /** The number of the piece that holds a place, or -1 if none does. */
  public int pieceAt(long place) {
    if (place < first || pieces.count() == 0) {
      return -1;
    }
    long inside = place - first;
    boolean isBehind = Long.compareUnsigned(inside, span) >= 0;
    int b = isBehind ? block.length - 2 : (int) (inside >>> shift);
    int low = block[b];
    int high = block[b + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (pieces.start(middle) <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    int piece = low - 1;
    return piece >= 0 && place < pieces.end(piece) ? piece : -1;
  }

  /** The first place of a piece. */
  public long start(int piece) {
    return pieces.start(piece);
  }

  /** The first place behind a piece. */
  public long end(int piece) {
    return pieces.end(piece);
  }

  /** The code of a piece. */
  public int code(int piece) {
    return pieces.code(piece);
  }
}
