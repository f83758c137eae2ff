package dev.weighbridge.attribution.claim;

/** A walk along several layers of pieces at once, the strongest first: who wins at each place. */
public final class LayeredPieceCursor {
  private final PieceCursor[] layers;
  private int layer;
  private int code;

  /** A walk from the first piece on. */
  public LayeredPieceCursor(Pieces... strongestFirst) {
    this(Long.MIN_VALUE, strongestFirst);
  }

  /** A walk from a place on. */
  public LayeredPieceCursor(long from, Pieces... strongestFirst) {
    layers = new PieceCursor[strongestFirst.length];
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new PieceCursor(strongestFirst[i], from);
    }
  }

  /** Goes to a place that is not before the last one; returns the layer that wins, -1 if none. */
  public int layerAt(long place) {
    for (int i = 0; i < layers.length; i++) {
      code = layers[i].codeAt(place);
      if (code >= 0) {
        layer = i;
        return i;
      }
    }
    layer = layers.length - 1;
    return -1;
  }

  /** The code of the piece that won at the place gone to. */
  public int code() {
    return code;
  }

  /** The first place behind the one gone to where another piece may win. */
  public long boundary(long place) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i <= layer; i++) {
      first = Math.min(first, layers[i].boundary(place));
    }
    return first;
  }
}
