package dev.weighbridge.attribution.data;

import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.attribution.claim.PieceFinder;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.bytes.Bytes;

/**
 * Tells tables of jumps by what they hold: distances of four bytes from the table into the function
 * that refers to it. Such a table ends before the first entry that leads elsewhere.
 */
final class JumpTables {
  private static final int ENTRY = 4;

  private final Bytes data;
  private final ImagePlaces places;
  private final PieceFinder owners;
  private final long codeStart;
  private final long codeEnd;

  /** The addresses of the piece of code that was led to last, and whose it is. */
  private long pieceStart;

  private long pieceEnd;
  private int pieceOwner = -1;

  /** The tables in a file for the machine of an image. */
  JumpTables(Bytes data, BinaryImage image, ImagePlaces places, PieceFinder owners) {
    this.data = data;
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

  /** Whether an address is one that a table may begin at. */
  boolean mayBegin(long address) {
    return (address & ENTRY - 1) == 0;
  }

  /**
   * Where the table at a place ends.
   *
   * @param address of the place, where one {@linkplain #mayBegin may begin}
   * @param limit place where what follows begins
   * @param owner code of the function that refers to it
   * @return {@code place} if there is no table: one entry alone is none
   */
  long end(long place, long address, long limit, int owner) {
    long stop = Math.min(limit, data.length()) - ENTRY;
    long at = place;
    while (at <= stop && leadsTo(address + data.i32(at), owner)) {
      at += ENTRY;
    }
    return at - place > ENTRY ? at : place;
  }

  private boolean leadsTo(long target, int owner) {
    if (target >= pieceStart && target < pieceEnd) {
      return pieceOwner == owner;
    }
    if (target < codeStart || target >= codeEnd) {
      return false;
    }
    long place = places.place(target);
    int piece = owners.pieceAt(place);
    if (piece < 0) {
      return false;
    }
    pieceStart = target - (place - owners.start(piece));
    pieceEnd = target + (owners.end(piece) - place);
    pieceOwner = owners.code(piece);
    return pieceOwner == owner;
  }
}
