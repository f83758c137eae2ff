package dev.weighbridge.attribution;

import dev.weighbridge.attribution.ImagePlaces.MemoryRange;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;

/**
 * Who claims which bytes of one image, layer by layer, the strongest first: structures; owners,
 * which are symbols with a size, then function extents, then symbols without a size; data cut by
 * references. Sections and segments are kept apart, because every span says which of them it lies
 * in.
 *
 * <p>Pieces of owners carry a code: a symbol row, the same behind all symbols for one whose end is
 * only inferred, or behind both a function row.
 */
final class ImageAttribution {
  /** The layer of structures; its codes are structure rows. */
  static final int STRUCTURES = 0;

  /** The layer of symbols and functions. */
  static final int OWNERS = 1;

  /** The layer of data that no symbol names; its codes are numbers of {@link AnonymousData}. */
  static final int ANONYMOUS = 2;

  private final BinaryImage image;
  private final ImagePlaces places;
  private final SymbolOwnership ownership;
  private final int symbols;
  private final int[] functionSymbol;
  private final int[] sameFunction;
  private final Pieces structurePieces;
  private final Pieces ownerPieces;
  private final AnonymousData anonymous;
  private final Pieces sectionPieces;
  private final Pieces segmentPieces;
  private final boolean[] isReadOnly;

  ImageAttribution(Bytes file, BinaryImage image, ImagePlaces places) {
    this.image = image;
    this.places = places;
    symbols = image.symbols().count();
    functionSymbol = new int[image.functions().count()];
    Math.addExact(Math.addExact(symbols, symbols), functionSymbol.length);
    sectionPieces = claimSections();
    segmentPieces = claimSegments();
    isReadOnly = readOnly(image.segments());
    DataWindows data = new DataWindows(image, sectionPieces);
    CodeScan scan = new CodeScan(file, image, data);
    ownership = new SymbolOwnership(image, places);
    structurePieces = StructurePieces.of(image.structures());
    long[] functionPlace = new long[functionSymbol.length];
    Pieces sized = claimSymbols().over(claimFunctions(functionPlace));
    sameFunction = sameFunctions(functionPlace);
    ownerPieces = sized.over(claimUnsized(sized));
    LayeredPieceCursor claimed = new LayeredPieceCursor(structurePieces, ownerPieces);
    anonymous = new AnonymousData(file, image, places, data, scan, ownerPieces, claimed);
  }

  private Pieces claimSymbols() {
    Claims claims = new Claims(ownership.byPlace().length);
    for (int row : ownership.byPlace()) {
      long place = ownership.place(row);
      claims.add(place, place + ownership.length(row), row);
    }
    return claims.flatten();
  }

  /** Extents cut, names label: an extent that starts where a symbol starts is that symbol's. */
  private Pieces claimFunctions(long[] starts) {
    FunctionTable table = image.functions();
    Claims claims = new Claims(0);
    for (int row = 0; row < functionSymbol.length; row++) {
      starts[row] = claimFunction(table, row, claims);
    }
    return claims.flatten();
  }

  /** Extents that start at one place are of one function, which the first of them stands for. */
  private static int[] sameFunctions(long[] starts) {
    int[] same = new int[starts.length];
    int last = -1;
    for (int row : Order.ascending(starts, starts.length)) {
      boolean isSame = last >= 0 && starts[row] >= 0 && starts[row] == starts[last];
      same[row] = isSame ? same[last] : row;
      last = row;
    }
    return same;
  }

  private long claimFunction(FunctionTable table, int row, Claims claims) {
    long place =
        table.fileStart(row) >= 0 ? table.fileStart(row) : places.place(table.address(row));
    int symbol = place < 0 ? -1 : ownership.startingAt(place);
    boolean isSettledBySize = symbol >= 0 && ownership.length(symbol) > 0;
    boolean isPiece = symbol < 0 && table.entry(row) != table.address(row);
    functionSymbol[row] = isPiece ? symbolAt(table.entry(row)) : symbol;
    if (place >= 0 && !isSettledBySize) {
      claims.add(place, place + table.memorySize(row), 2 * symbols + row);
    }
    return place;
  }

  private int symbolAt(long address) {
    long place = places.place(address);
    return place < 0 ? -1 : ownership.startingAt(place);
  }

  /** A symbol without a size reaches to the next boundary, if nothing stronger covers its start. */
  private Pieces claimUnsized(Pieces sized) {
    int[] rows = unsized();
    Claims claims = new Claims(rows.length);
    LayeredPieceCursor stronger = new LayeredPieceCursor(structurePieces, sized);
    for (int i = 0; i < rows.length; i++) {
      long place = ownership.place(rows[i]);
      if (stronger.layerAt(place) < 0) {
        long end = places.sectionEnd(image.symbols().section(rows[i]), place);
        end = Math.min(end, stronger.boundary(place));
        end = i + 1 < rows.length ? Math.min(end, ownership.place(rows[i + 1])) : end;
        claims.add(place, end, symbols + rows[i]);
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
    Claims claims = new Claims(table.count());
    for (int row = 0; row < table.count(); row++) {
      Section section = table.row(row);
      claims.add(section.fileStart(), section.fileEnd(), row);
    }
    for (MemoryRange range : places.memory()) {
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
    for (MemoryRange range : places.memory()) {
      if (range.segment() >= 0) {
        claims.add(range.place(), range.place() + range.length(), range.segment());
      }
    }
    return claims.flatten();
  }

  BinaryImage image() {
    return image;
  }

  ImagePlaces places() {
    return places;
  }

  SymbolOwnership ownership() {
    return ownership;
  }

  /** A walk along all layers from a place on: {@link #STRUCTURES}, then OWNERS, ANONYMOUS. */
  LayeredPieceCursor layers(long from) {
    return new LayeredPieceCursor(from, structurePieces, ownerPieces, anonymous.pieces());
  }

  /** How many pieces all layers have together. */
  int pieceCount() {
    return structurePieces.count() + ownerPieces.count() + anonymous.pieces().count();
  }

  /** How many pieces of all layers start at or before a place. */
  int piecesUpTo(long place) {
    return structurePieces.floor(place)
        + ownerPieces.floor(place)
        + anonymous.pieces().floor(place)
        + 3;
  }

  /** The sections, with section rows as codes; of nested ones the innermost. */
  Pieces sectionPieces() {
    return sectionPieces;
  }

  private static boolean[] readOnly(SegmentTable segments) {
    boolean[] isReadOnly = new boolean[segments.count()];
    for (int row = 0; row < isReadOnly.length; row++) {
      isReadOnly[row] = segments.row(row).permissions().indexOf('w') < 0;
    }
    return isReadOnly;
  }

  /** Whether the program cannot write to a segment. */
  boolean isReadOnly(int segment) {
    return isReadOnly[segment];
  }

  /** The loaded segments, with segment rows as codes. */
  Pieces segmentPieces() {
    return segmentPieces;
  }

  /** The row of the structure that holds a place, or -1 if none does. */
  int structureAt(long place) {
    int piece = structurePieces.floor(place);
    return piece >= 0 && place < structurePieces.end(piece) ? structurePieces.code(piece) : -1;
  }

  /** The symbols and functions as if there were no structures above them. */
  Pieces ownerPieces() {
    return ownerPieces;
  }

  /** Data that no symbol names. */
  AnonymousData anonymous() {
    return anonymous;
  }

  /** Whether an owner code stands for a symbol or a function whose end is inferred. */
  boolean isInferred(int code) {
    return code < 2 * symbols
        ? code >= symbols
        : image.functions().evidence(code - 2 * symbols).isEndInferred();
  }

  /** Whether a place is inside what an owner code stands for, not at its start. */
  boolean isInside(int code, long place) {
    int function = code - 2 * symbols;
    if (function >= 0) {
      return image.functions().address(function) != places.map().address(place);
    }
    return place != ownership.place(code < symbols ? code : code - symbols);
  }

  /** The owner id of an owner code. */
  int owner(int code, Owners.Builder owners, int imageRow) {
    if (code < 2 * symbols) {
      return owners.symbol(imageRow, code < symbols ? code : code - symbols);
    }
    int function = code - 2 * symbols;
    return functionSymbol[function] >= 0
        ? owners.symbol(imageRow, functionSymbol[function])
        : owners.function(imageRow, sameFunction[image.functions().first(function)]);
  }
}
