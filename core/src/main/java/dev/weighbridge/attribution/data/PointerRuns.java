package dev.weighbridge.attribution.data;

import dev.weighbridge.attribution.AddressMap;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.Order;
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

  /** The pieces, by ascending address. */
  private final int[] pieces;

  private final long[] address;
  private final LongColumn[] pointers;

  private PointerRuns(PieceEnds ends, int[] unordered, AddressMap map) {
    this.ends = ends;
    long[] found = new long[unordered.length];
    for (int i = 0; i < found.length; i++) {
      found[i] = map.address(ends.start(unordered[i]));
    }
    int[] order = Order.ascending(found, found.length);
    pieces = new int[found.length];
    address = new long[found.length];
    pointers = new LongColumn[found.length];
    for (int i = 0; i < found.length; i++) {
      pieces[i] = unordered[order[i]];
      address[i] = found[order[i]];
      pointers[i] = new LongColumn(0);
    }
  }

  /** Looks at some pieces, and says of which the whole is one table. */
  static void tell(PieceEnds ends, int[] pieces, RelocationTable pointers, AddressMap map) {
    PointerRuns runs = new PointerRuns(ends, pieces, map);
    for (int row = 0; row < pointers.count(); row++) {
      runs.add(pointers.place(row));
    }
    runs.tell();
  }

  /** Adds a pointer by its address: nearly all of a million lie elsewhere. */
  private void add(long place) {
    int row = Order.lastAtOrBefore(address, place);
    if (row >= 0 && place - address[row] < room(row)) {
      pointers[row].add(place - address[row]);
    }
  }

  private long room(int index) {
    return ends.next(pieces[index]) - ends.start(pieces[index]);
  }

  private void tell() {
    for (int i = 0; i < pieces.length; i++) {
      long[] found = pointers[i].freeze();
      Arrays.sort(found);
      if (!ends.isTold(pieces[i]) && isTable(found, room(i))) {
        ends.tellWhole(pieces[i]);
      }
    }
  }

  /**
   * Whether pointers lie at the same places of every row.
   *
   * @param found where they are in the piece
   * @param length bytes of the piece
   */
  private static boolean isTable(long[] found, long length) {
    for (int inRow = 1; inRow <= MOST_IN_ROW && inRow * FEWEST_ROWS <= found.length; inRow++) {
      long row = found[inRow] - found[0];
      boolean isRegular = found[0] < row && length - found[found.length - 1] <= row;
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
