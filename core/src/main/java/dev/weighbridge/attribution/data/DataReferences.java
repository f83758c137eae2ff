package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/** References into data without a name: the piece that each leads to, who makes it and where. */
final class DataReferences {
  private final IntColumn window;
  private final IntColumn offset;
  private final IntColumn owner;
  private final LongColumn place;
  private int[] piece = {};

  /** None yet, and room for some. */
  DataReferences(int expected) {
    window = new IntColumn(expected);
    offset = new IntColumn(expected);
    owner = new IntColumn(expected);
    place = new LongColumn(expected);
  }

  /**
   * Appends a reference.
   *
   * @param inWindow the window that it leads to
   * @param inside bytes from the start of the window to where it leads
   * @param who the code of who makes it; negative if nobody is known
   * @param from where it is made
   */
  void add(int inWindow, int inside, int who, long from) {
    window.add(inWindow);
    offset.add(inside);
    owner.add(who);
    place.add(from);
  }

  /**
   * Says which pieces the references lead to, once the windows know all of them.
   *
   * @param firstPiece the number of the first piece of each window
   */
  void number(DataWindows windows, int[] firstPiece) {
    piece = offset.freeze();
    for (int i = 0; i < piece.length; i++) {
      int index = window.get(i);
      piece[i] = firstPiece[index] + windows.window(index).number(piece[i]);
    }
  }

  /** How many there are. */
  int count() {
    return owner.count();
  }

  /** The piece that a reference leads to. */
  int piece(int reference) {
    return piece[reference];
  }

  /** The code of who makes a reference; negative if nobody is known. */
  int owner(int reference) {
    return owner.get(reference);
  }

  /** Where a reference is made. */
  long place(int reference) {
    return place.get(reference);
  }
}
