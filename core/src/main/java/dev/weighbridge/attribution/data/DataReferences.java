package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The references into data without a name, those of code first, then those of pointers: what each
 * leads to, who makes it and where.
 */
final class DataReferences {
  private final IntColumn window = new IntColumn(0);
  private final LongColumn target = new LongColumn(0);
  private final IntColumn owner = new IntColumn(0);
  private final LongColumn place = new LongColumn(0);
  private final LongColumn length = new LongColumn(0);
  private int[] piece = {};

  /** Appends a reference of code. */
  void addOfCode(int window, long target, int owner, long place) {
    this.window.add(window);
    this.target.add(target);
    this.owner.add(owner);
    this.place.add(place);
  }

  /** Appends a pointer, and the word behind it. */
  void addPointer(int window, long target, int owner, long place, long length) {
    addOfCode(window, target, owner, place);
    this.length.add(length);
  }

  /**
   * Says which pieces the references lead to, once the windows know all of them.
   *
   * @param firstPiece the number of the first piece of each window
   */
  void number(DataWindows windows, int[] firstPiece) {
    piece = window.freeze();
    for (int i = 0; i < piece.length; i++) {
      piece[i] = firstPiece[piece[i]] + windows.window(piece[i]).number(target.get(i));
    }
  }

  /** How many there are. */
  int count() {
    return target.count();
  }

  /** How many are of code. */
  int ofCode() {
    return target.count() - length.count();
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

  /** The word behind a pointer, which may be a length; 0 if there is none. */
  long wordBehind(int reference) {
    return length.get(reference - ofCode());
  }
}
