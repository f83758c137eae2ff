package dev.weighbridge.attribution.data;

import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.columns.LongColumn;
import java.util.Arrays;

/**
 * Tells long pieces that are one table by the pointers in them: these lie at the same places of
 * every row, from the first byte to the last.
 */
final class PointerRuns {
  /** Pointers in a row; rows with more are no proof. */
  private static final int MOST_IN_ROW = 8;

  /** Rows that are no chance. */
  private static final int FEWEST_ROWS = 16;

  private final PieceEnds ends;
  private final int[] pieces;
  private final LongColumn[] places;

  private PointerRuns(PieceEnds ends, int[] pieces) {
    this.ends = ends;
    this.pieces = pieces;
    places = new LongColumn[pieces.length];
    Arrays.setAll(places, i -> new LongColumn(0));
  }

  /** Looks at some pieces, given in ascending order, and says of which the whole is one table. */
  static void tell(PieceEnds ends, int[] pieces, RelocationTable pointers, ImagePlaces map) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int piece : pieces) {
      low = Math.min(low, map.map().address(ends.start(piece)));
      high = Math.max(high, map.map().address(ends.next(piece) - 1));
    }
    PointerRuns runs = new PointerRuns(ends, pieces);
    for (int row = 0; row < pointers.count(); row++) {
      // Of the million pointers of a large program nearly all lie elsewhere.
      long address = pointers.place(row);
      if (address >= low && address <= high) {
        runs.add(map.place(address));
      }
    }
    runs.tell();
  }

  private void add(long place) {
    int low = 0;
    int high = pieces.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (ends.start(pieces[middle]) <= place) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (high >= 0 && place < ends.next(pieces[high])) {
      places[high].add(place);
    }
  }

  private void tell() {
    for (int i = 0; i < pieces.length; i++) {
      long[] found = places[i].freeze();
      Arrays.sort(found);
      if (!ends.isTold(pieces[i]) && isTable(found, ends.start(pieces[i]), ends.next(pieces[i]))) {
        ends.tellWhole(pieces[i]);
      }
    }
  }

  private static boolean isTable(long[] found, long start, long end) {
    for (int inRow = 1; inRow <= MOST_IN_ROW && inRow * FEWEST_ROWS <= found.length; inRow++) {
      long row = found[inRow] - found[0];
      boolean isRegular = found[0] - start < row && end - found[found.length - 1] <= row;
      for (int i = inRow; isRegular && i < found.length; i++) {
        isRegular = found[i] - found[i - inRow] == row;
      }
      if (isRegular) {
        return true;
      }
    }
    return false;
  }
}
