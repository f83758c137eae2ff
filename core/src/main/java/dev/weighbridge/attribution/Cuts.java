package dev.weighbridge.attribution;

/** A walk along pieces by ascending place: what covers a place, and where that next changes. */
final class Cuts {
  private final Pieces pieces;
  private int next;

  Cuts(Pieces pieces) {
    this.pieces = pieces;
  }

  /** Goes to a place that is not before the last one; returns the code there, or -1 if none. */
  int codeAt(long place) {
    while (next < pieces.count() && pieces.end(next) <= place) {
      next++;
    }
    return next < pieces.count() && pieces.start(next) <= place ? pieces.code(next) : -1;
  }

  /** The first place behind the one gone to where the code may change. */
  long boundary(long place) {
    if (next >= pieces.count()) {
      return Long.MAX_VALUE;
    }
    return pieces.start(next) <= place ? pieces.end(next) : pieces.start(next);
  }
}
