package dev.weighbridge.attribution.spans;

import dev.weighbridge.attribution.claim.Claims;
import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.attribution.claim.ImagePlaces.MemoryRange;
import dev.weighbridge.attribution.claim.LayeredPieceCursor;
import dev.weighbridge.attribution.claim.OwnerRungs;
import dev.weighbridge.attribution.claim.Pieces;
import dev.weighbridge.attribution.data.AnonymousData;
import dev.weighbridge.attribution.data.CodeScan;
import dev.weighbridge.attribution.data.DataWindows;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.FunctionTable;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SegmentTable;
import dev.weighbridge.formats.SegmentTable.Segment;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;

/**
 * Who claims which bytes of one image, layer by layer, the strongest first: structures; {@link
 * OwnerRungs symbols and functions}; data cut by references. Sections and segments are kept apart,
 * because every span says which of them it lies in.
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
  private final OwnerRungs owners;
  private final AnonymousData anonymous;
  private final Pieces sectionPieces;
  private final Pieces segmentPieces;
  private final boolean[] isReadOnly;
  private final boolean mayBePacked;

  ImageAttribution(Bytes file, String format, BinaryImage image, ImagePlaces places) {
    this.image = image;
    this.places = places;
    sectionPieces = claimSections();
    segmentPieces = claimSegments();
    isReadOnly = readOnly(image.segments());
    mayBePacked = !hasStatedFunction(image);
    DataWindows data = new DataWindows(image, sectionPieces);
    Work.check();
    CodeScan scan = new CodeScan(file, image, data);
    Work.check();
    owners = new OwnerRungs(image, places);
    LayeredPieceCursor claimed = new LayeredPieceCursor(owners.structures(), owners.pieces());
    anonymous =
        new AnonymousData(file, format, image, places, data, scan, owners.pieces(), claimed);
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

  /** Whether anything but the shape of bytes tells of a function. */
  private static boolean hasStatedFunction(BinaryImage image) {
    FunctionTable functions = image.functions();
    for (int row = 0; row < functions.count(); row++) {
      if (functions.evidence(row) != ExtentEvidence.FILLER) {
        return true;
      }
    }
    SymbolTable symbols = image.symbols();
    for (int row = 0; row < symbols.count(); row++) {
      if (symbols.memorySize(row) > 0 && symbols.type(row) == SymbolType.FUNCTION) {
        return true;
      }
    }
    return false;
  }

  /** Whether what no function claims among code may be packed: no function is stated at all. */
  boolean mayBePacked() {
    return mayBePacked;
  }

  BinaryImage image() {
    return image;
  }

  ImagePlaces places() {
    return places;
  }

  /** The symbols and functions. */
  OwnerRungs owners() {
    return owners;
  }

  /** A walk along all layers from a place on: {@link #STRUCTURES}, then OWNERS, ANONYMOUS. */
  LayeredPieceCursor layers(long from) {
    return new LayeredPieceCursor(from, owners.structures(), owners.pieces(), anonymous.pieces());
  }

  /** How many pieces all layers have together. */
  int pieceCount() {
    return owners.structures().count() + owners.pieces().count() + anonymous.pieces().count();
  }

  /** How many pieces of all layers start at or before a place. */
  int piecesUpTo(long place) {
    return owners.structures().floor(place)
        + owners.pieces().floor(place)
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
    Pieces structures = owners.structures();
    int piece = structures.floor(place);
    return piece >= 0 && place < structures.end(piece) ? structures.code(piece) : -1;
  }

  /** Data that no symbol names. */
  AnonymousData anonymous() {
    return anonymous;
  }
}
