package dev.weighbridge.attribution.claim;

import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;

/**
 * The rung of symbols without a size: each reaches to the next boundary, or less far where it is
 * {@linkplain KnownLengths known how long} such a thing is; if nothing stronger covers its start.
 * Codes are symbol rows behind all symbols.
 */
final class UnsizedSymbols implements Rung {
  private static final int INFERRED = Evidence.pair(Evidence.SYMBOL, Evidence.NEIGHBOUR);

  private final SymbolTable symbols;
  private final KnownLengths lengths;
  private final ImagePlaces places;
  private final SymbolOwnership ownership;
  private final Pieces structures;
  private final Pieces sized;

  /**
   * The unsized symbols of an image.
   *
   * @param sized what the rungs above come to
   */
  UnsizedSymbols(
      BinaryImage image,
      ImagePlaces places,
      SymbolOwnership ownership,
      Pieces structures,
      Pieces sized) {
    symbols = image.symbols();
    lengths = new KnownLengths(image);
    this.places = places;
    this.ownership = ownership;
    this.structures = structures;
    this.sized = sized;
  }

  @Override
  public void claim(Claims claims) {
    int[] rows = unsized();
    LayeredPieceCursor stronger = new LayeredPieceCursor(structures, sized);
    for (int i = 0; i < rows.length; i++) {
      Work.checkAt(i);
      long place = ownership.place(rows[i]);
      if (stronger.layerAt(place) < 0) {
        long end = places.sectionEnd(symbols.section(rows[i]), place);
        end = Math.min(end, stronger.boundary(place));
        end = i + 1 < rows.length ? Math.min(end, ownership.place(rows[i + 1])) : end;
        claims.add(place, lengths.end(rows[i], place, end), symbols.count() + rows[i]);
      }
    }
  }

  private int[] unsized() {
    IntColumn rows = new IntColumn(0);
    for (int row : ownership.byPlace()) {
      if (ownership.length(row) == 0) {
        rows.add(row);
      }
    }
    return rows.freeze();
  }

  @Override
  public int evidence(int code) {
    return INFERRED;
  }

  @Override
  public String why(int code) {
    return "a symbol without a size, up to what comes next";
  }
}
