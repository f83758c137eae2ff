package dev.weighbridge.formats.upx;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.stream.CostCurve;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** What the packed file has for each byte of the original, added up from its pieces. */
final class PeCosts {
  private final List<PePiece> pieces;
  private final long[] borders;
  private final long[] content;
  private int count;

  private PeCosts(List<PePiece> pieces, long[] borders) {
    this.pieces = pieces;
    this.borders = borders;
    long places = 0;
    for (PePiece piece : pieces) {
      places += piece.isKept() ? 0 : 2 + inside(piece);
    }
    content = new long[Math.toIntExact(places)];
  }

  /**
   * The cost of all bytes before each border.
   *
   * @param borders ascending
   * @param decoder makes the packed data tell what they cost
   */
  static long[] before(List<PePiece> pieces, long[] borders, Consumer<CostCurve> decoder) {
    return new PeCosts(pieces, borders).before(decoder);
  }

  /** The first border that is at a place or behind it. */
  private int first(long place) {
    int found = Arrays.binarySearch(borders, place);
    if (found < 0) {
      return -found - 1;
    }
    while (found > 0 && borders[found - 1] == place) {
      found--;
    }
    return found;
  }

  private int inside(PePiece piece) {
    return first(piece.placeEnd()) - first(piece.place());
  }

  private long[] before(Consumer<CostCurve> decoder) {
    for (PePiece piece : pieces) {
      if (!piece.isKept()) {
        content[count++] = piece.start();
        content[count++] = piece.end();
        for (int i = first(piece.place()); i < first(piece.placeEnd()); i++) {
          content[count++] = at(piece, borders[i]);
        }
      }
    }
    Arrays.sort(content);
    CostCurve curve = new CostCurve(content);
    decoder.accept(curve);
    long[] before = new long[borders.length];
    long[] ended = new long[borders.length + 1];
    for (PePiece piece : pieces) {
      int end = first(piece.placeEnd());
      for (int i = first(piece.place()); i < end; i++) {
        before[i] += cost(piece, borders[i], curve);
      }
      ended[end] += cost(piece, piece.placeEnd(), curve);
    }
    long sum = 0;
    for (int i = 0; i < before.length; i++) {
      sum += ended[i];
      before[i] += sum;
    }
    return before;
  }

  /** Where in the content the bytes of a piece before a border end. */
  private static long at(PePiece piece, long border) {
    return border == piece.placeEnd() || piece.form() == PePiece.Form.MADE
        ? piece.end()
        : Math.min(piece.end(), piece.start() + border - piece.place());
  }

  private long cost(PePiece piece, long border, CostCurve curve) {
    if (piece.form() == PePiece.Form.COPIED) {
      return before(curve, at(piece, border)) - before(curve, piece.start());
    }
    long all =
        piece.isKept()
            ? 8 * BIT * piece.end()
            : before(curve, piece.end()) - before(curve, piece.start());
    long bytes = border - piece.place();
    return all / piece.size() * bytes + all % piece.size() * bytes / piece.size();
  }

  private long before(CostCurve curve, long at) {
    return curve.before(Arrays.binarySearch(content, at));
  }
}
