package dev.weighbridge.attribution.data;

import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.attribution.claim.PieceFinder;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;

/**
 * Tells tables of jumps by what they hold: distances of four bytes from the table into the function
 * that refers to it. Such a table ends before the first entry that leads elsewhere.
 */
final class JumpTables {
  /** There is no table, or it leads to nobody's code. */
  static final int NOBODY = -1;

  private static final int ENTRY = 4;

  private final Bytes data;
  private final Window first;
  private final Window entries;
  private final ImagePlaces places;
  private final PieceFinder owners;
  private final long codeStart;
  private final long codeEnd;

  /** The addresses of the piece of code that was led to last, and whose it is. */
  private long pieceStart;

  private long pieceEnd;
  private int pieceOwner = NOBODY;

  /** The tables in a file for the machine of an image. */
  JumpTables(Bytes data, BinaryImage image, ImagePlaces places, PieceFinder owners) {
    this.data = data;
    first = new Window(data, 0, data.length());
    entries = new Window(data, 0, data.length());
    this.places = places;
    this.owners = owners;
    long low = Long.MAX_VALUE;
    long high = 0;
    for (int row = 0; row < image.sections().count(); row++) {
      Section section = image.sections().row(row);
      if (section.isLoaded() && section.kind() == Kind.CODE) {
        low = Math.min(low, section.address());
        high = Math.max(high, section.address() + section.memorySize());
      }
    }
    codeStart = low;
    codeEnd = high;
  }

  /**
   * Whose code the first entry leads to, if there is a table at a place; quick if the places asked
   * for ascend.
   *
   * @param address that of the place
   * @return {@link #NOBODY} if there is none
   */
  int ownerOfFirst(long place, long address) {
    if ((address & ENTRY - 1) != 0 || !data.contains(place, ENTRY)) {
      return NOBODY;
    }
    first.seek(place);
    return ownerAt(address + first.i32());
  }

  /**
   * Tells where a piece ends that begins with a table; one entry alone is none.
   *
   * @param owner code of the function that refers to it
   */
  void tellEnd(PieceEnds ends, int piece, int owner) {
    long place = ends.start(piece);
    long address = places.map().address(place);
    long stop = Math.min(ends.next(piece), data.length()) - ENTRY;
    long at = place;
    entries.seek(place);
    while (at <= stop && ownerAt(address + entries.i32()) == owner) {
      at += ENTRY;
    }
    if (at - place > ENTRY) {
      ends.tellEnd(piece, at);
    }
  }

  private int ownerAt(long target) {
    if (target >= pieceStart && target < pieceEnd) {
      return pieceOwner;
    }
    if (target < codeStart || target >= codeEnd) {
      return NOBODY;
    }
    long place = places.place(target);
    int piece = owners.pieceAt(place);
    if (piece < 0) {
      return NOBODY;
    }
    pieceStart = target - (place - owners.start(piece));
    pieceEnd = target + (owners.end(piece) - place);
    pieceOwner = owners.code(piece);
    return pieceOwner;
  }
}
