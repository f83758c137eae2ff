package dev.weighbridge.attribution;

import dev.weighbridge.attribution.AddressMap.MemoryRange;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.StructureTable;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;

/**
 * Who claims which bytes of one image, settled by strength: structure, then symbol with a size,
 * then function extent, then symbol without a size, then data cut by references. Sections and
 * segments are kept apart, because every span says which of them it lies in.
 *
 * <p>The settled pieces carry a code that says which row of which table won.
 */
final class ImageAttribution {
  private final BinaryImage image;
  private final AddressMap map;
  private final SymbolOwnership ownership;
  private final int structures;
  private final int symbols;
  private final int functions;
  private final int sections;
  private final int[] functionSymbol;
  private final Pieces structurePieces;
  private final Pieces ownerPieces;
  private final AnonymousData anonymous;
  private final int anonymousBase;
  private final Pieces settled;
  private final Pieces sectionPieces;
  private final Pieces segmentPieces;

  ImageAttribution(Bytes file, BinaryImage image, AddressMap map) {
    this.image = image;
    this.map = map;
    structures = image.structures().count();
    symbols = image.symbols().count();
    functions = image.functions().count();
    sections = image.sections().count();
    Math.addExact(Math.addExact(structures, symbols), Math.addExact(functions, symbols));
    ownership = new SymbolOwnership(image, map);
    structurePieces = claimStructures();
    functionSymbol = new int[functions];
    Pieces sized = claimSymbols().over(claimFunctions());
    ownerPieces = sized.over(claimUnsized(sized));
    sectionPieces = claimSections();
    segmentPieces = claimSegments();
    Pieces named = structurePieces.over(ownerPieces);
    anonymous = new AnonymousData(file, image, map, ownerPieces, named, sectionPieces);
    anonymousBase = structures + 2 * symbols + functions;
    settled = named.over(anonymous.pieces().shifted(anonymousBase));
  }

  private Pieces claimStructures() {
    StructureTable table = image.structures();
    Claims claims = new Claims(structures);
    for (int row = 0; row < structures; row++) {
      claims.add(table.fileStart(row), table.fileEnd(row), row);
    }
    return claims.flatten();
  }

  private Pieces claimSymbols() {
    Claims claims = new Claims(ownership.byPlace().length);
    for (int row : ownership.byPlace()) {
      long place = ownership.place(row);
      claims.add(place, place + ownership.length(row), structures + row);
    }
    return claims.flatten();
  }

  /** Extents cut, names label: an extent that starts where a symbol starts is that symbol's. */
  private Pieces claimFunctions() {
    FunctionTable table = image.functions();
    Claims claims = new Claims(functions);
    for (int row = 0; row < functions; row++) {
      long place = table.fileStart(row) >= 0 ? table.fileStart(row) : map.place(table.address(row));
      functionSymbol[row] = place < 0 ? -1 : ownership.startingAt(place);
      boolean isSettledBySize =
          functionSymbol[row] >= 0 && ownership.length(functionSymbol[row]) > 0;
      if (place >= 0 && !isSettledBySize) {
        claims.add(place, place + table.memorySize(row), structures + 2 * symbols + row);
      }
    }
    return claims.flatten();
  }

  /** A symbol without a size reaches to the next boundary, if nothing stronger covers its start. */
  private Pieces claimUnsized(Pieces named) {
    int[] rows = unsized();
    Claims claims = new Claims(rows.length);
    Cuts structureCuts = new Cuts(structurePieces);
    Cuts namedCuts = new Cuts(named);
    for (int i = 0; i < rows.length; i++) {
      long place = ownership.place(rows[i]);
      boolean isCovered = structureCuts.codeAt(place) >= 0 || namedCuts.codeAt(place) >= 0;
      if (!isCovered) {
        long end = map.sectionEnd(image.symbols().section(rows[i]), place);
        end = Math.min(end, structureCuts.boundary(place));
        end = Math.min(end, namedCuts.boundary(place));
        end = i + 1 < rows.length ? Math.min(end, ownership.place(rows[i + 1])) : end;
        claims.add(place, end, structures + symbols + rows[i]);
      }
    }
    return claims.flatten();
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

  private Pieces claimSections() {
    SectionTable table = image.sections();
    Claims claims = new Claims(sections);
    for (int row = 0; row < sections; row++) {
      Section section = table.row(row);
      claims.add(section.fileStart(), section.fileEnd(), row);
    }
    for (MemoryRange range : map.memory()) {
      if (range.section() >= 0) {
        claims.add(range.place(), range.place() + range.length(), range.section());
      }
    }
    return claims.flatten();
  }

  private Pieces claimSegments() {
    SegmentTable table = image.segments();
    Claims claims = new Claims(table.count());
    for (int row = 0; row < table.count(); row++) {
      Segment segment = table.row(row);
      if (segment.isLoaded()) {
        claims.add(segment.fileStart(), segment.fileEnd(), row);
      }
    }
    for (MemoryRange range : map.memory()) {
      if (range.segment() >= 0) {
        claims.add(range.place(), range.place() + range.length(), range.segment());
      }
    }
    return claims.flatten();
  }

  BinaryImage image() {
    return image;
  }

  AddressMap map() {
    return map;
  }

  SymbolOwnership ownership() {
    return ownership;
  }

  /** What structures, symbols and functions claim, with the code of the claim that won. */
  Pieces settled() {
    return settled;
  }

  /** The sections, with section rows as codes; of nested ones the innermost. */
  Pieces sectionPieces() {
    return sectionPieces;
  }

  /** The loaded segments, with segment rows as codes. */
  Pieces segmentPieces() {
    return segmentPieces;
  }

  /** The pieces of structures alone, with structure rows as codes. */
  Pieces structurePieces() {
    return structurePieces;
  }

  /** The pieces of symbols and functions as if there were no structures above them. */
  Pieces ownerPieces() {
    return ownerPieces;
  }

  boolean isStructure(int code) {
    return code < structures;
  }

  /** The structure row behind a code. */
  int structure(int code) {
    return code;
  }

  /** Whether a code stands for a piece of data that no symbol names. */
  boolean isAnonymous(int code) {
    return code >= anonymousBase;
  }

  /** The owner code that a piece of anonymous data is about, or a constant of AnonymousData. */
  int user(int code) {
    return anonymous.user(code - anonymousBase);
  }

  /** Data that no symbol names. */
  AnonymousData anonymous() {
    return anonymous;
  }

  /** Whether a code stands for a symbol or a function extent. */
  boolean isOwner(int code) {
    return code >= structures && code < structures + 2 * symbols + functions;
  }

  /** Whether a code stands for a symbol whose end is inferred. */
  boolean isInferred(int code) {
    return code >= structures + symbols && code < structures + 2 * symbols;
  }

  /** The owner id of a code that stands for a symbol or function. */
  int owner(int code, Owners owners, int imageRow) {
    int local = code - structures;
    if (local < 2 * symbols) {
      return owners.symbol(imageRow, local < symbols ? local : local - symbols);
    }
    int function = local - 2 * symbols;
    return functionSymbol[function] >= 0
        ? owners.symbol(imageRow, functionSymbol[function])
        : owners.function(imageRow, function);
  }
}
