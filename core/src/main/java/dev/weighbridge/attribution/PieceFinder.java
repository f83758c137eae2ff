package dev.weighbridge.attribution;

/**
 * Finds pieces by place; quick when questions come in ascending order, as those of sorted tables
 * do. Not for several threads.
 */
final class PieceFinder {
  private final Pieces pieces;
  private int last;

  PieceFinder(Pieces pieces) {
    this.pieces = pieces;
  }

  /** The code of the piece that holds a place, or -1 if none does. */
  int codeAt(long place) {
    int count = pieces.count();
    if (count == 0) {
      return -1;
    }
    if (!holds(last, place)) {
      int next = last + 1;
      last = next < count && holds(next, place) ? next : Math.max(0, pieces.floor(place));
    }
    return holds(last, place) ? pieces.code(last) : -1;
  }

  private boolean holds(int piece, long place) {
    return pieces.start(piece) <= place && place < pieces.end(piece);
  }
}
