package dev.weighbridge.attribution.claim;

/** A walk along pieces by ascending place: what covers a place, and where that next changes. */
public final class PieceCursor {
  private final Pieces pieces;
  private int next;
  private long start;
  private long end;
  private int code;

  /** A walk from the first piece on. */
  public PieceCursor(Pieces pieces) {
    this(pieces, Long.MIN_VALUE);
  }

  /** A walk from a place on. */
  public PieceCursor(Pieces pieces, long from) {
    this.pieces = pieces;
    next = Math.max(0, pieces.floor(from)) - 1;
    advance();
  }

  /** Goes to a place that is not before the last one; returns the code there, or -1 if none. */
  public int codeAt(long place) {
    while (end <= place) {
      advance();
    }
    return start <= place ? code : -1;
  }

  /** The first place behind the one gone to where the code may change. */
  public long boundary(long place) {
    return start <= place ? end : start;
  }

  /** Keeps the next piece at hand; behind the last one is nothing up to the largest place. */
  private void advance() {
    next++;
    boolean isLeft = next < pieces.count();
    start = isLeft ? pieces.start(next) : Long.MAX_VALUE;
    end = isLeft ? pieces.end(next) : Long.MAX_VALUE;
    code = isLeft ? pieces.code(next) : -1;
  }
}
