package dev.weighbridge.attribution.claim;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.work.Work;
import java.util.List;

/**
 * The symbols and functions of an image on their rungs, the strongest first: symbols with a size,
 * function extents, symbols without a size. Above them all stand the structures of the image.
 *
 * <p>What they claim carries a code: a symbol row, the same behind all symbols for one without a
 * size, or behind both a function row.
 */
public final class OwnerRungs {
  private final ImagePlaces places;
  private final int symbols;
  private final SymbolOwnership ownership;
  private final Pieces structures;
  private final SizedSymbols sized;
  private final FunctionExtents extents;
  private final UnsizedSymbols unsized;
  private final Pieces pieces;

  /** Settles who of an image owns which of its bytes. */
  public OwnerRungs(BinaryImage image, ImagePlaces places) {
    this.places = places;
    symbols = image.symbols().count();
    ownership = new SymbolOwnership(image, places);
    Work.check();
    structures = StructurePieces.of(image.structures());
    sized = new SizedSymbols(ownership);
    Work.check();
    extents = new FunctionExtents(image, places, ownership);
    Pieces stated = claimed(sized, ownership.byPlace().length).over(claimed(extents, 0));
    Work.check();
    unsized = new UnsizedSymbols(image, places, ownership, structures, stated);
    Work.check();
    pieces = stated.over(claimed(unsized, 0));
  }

  private static Pieces claimed(Rung rung, int expected) {
    Claims claims = new Claims(expected);
    rung.claim(claims);
    return claims.flatten();
  }

  /** The rungs, the strongest first. */
  public List<Rung> rungs() {
    return List.of(sized, extents, unsized);
  }

  /** The rung that makes the claims of a code. */
  public Rung rung(int code) {
    return code < symbols ? sized : code < 2 * symbols ? unsized : extents;
  }

  /** Which symbols own bytes, and which merely name what another owns. */
  public SymbolOwnership ownership() {
    return ownership;
  }

  /** The structures, with their rows as codes. */
  public Pieces structures() {
    return structures;
  }

  /** The symbols and functions as if there were no structures above them. */
  public Pieces pieces() {
    return pieces;
  }

  /** {@link dev.weighbridge.attribution.Evidence#pair} of what names and what bounds an owner. */
  public int evidence(int code) {
    return rung(code).evidence(code);
  }

  /** The symbol row that a code stands for, -1 if it stands for a function without a name. */
  public int symbolRow(int code) {
    return code < symbols ? code : code < 2 * symbols ? code - symbols : extents.symbolRow(code);
  }

  /** The function row that a code without a symbol stands for. */
  public int functionRow(int code) {
    return extents.functionRow(code);
  }

  /** Whether a place is inside what a code stands for, not at its start. */
  public boolean isInside(int code, long place) {
    return code < 2 * symbols
        ? place != ownership.place(code < symbols ? code : code - symbols)
        : extents.address(code) != places.map().address(place);
  }
}
