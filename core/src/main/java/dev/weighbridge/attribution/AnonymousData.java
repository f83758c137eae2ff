package dev.weighbridge.attribution;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.internal.isa.DataWindow;
import dev.weighbridge.internal.isa.References;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Data that no symbol names, cut where something refers to it: string literals, vtables, tables.
 *
 * <p>A piece starts at a referenced address and reaches to the next one. It is about the symbol
 * that refers to it if there is only one, directly or through another such piece; used by several,
 * it is shared. Compilers drop the names of literals, so without this a tenth of a Rust program
 * would be just "{@code .rodata}".
 */
final class AnonymousData {
  /** The piece's referrers are unknown. */
  static final int NOBODY = -1;

  /** The piece has several referrers. */
  static final int SHARED = -2;

  /** Chains of pointers longer than this are rare, and what they lead to stays unowned. */
  private static final int MAX_ROUNDS = 8;

  private final Bytes file;
  private final BinaryImage image;
  private final AddressMap map;
  private final Pieces owners;
  private final List<DataWindow> windows = new ArrayList<>();
  private final List<Section> windowSection = new ArrayList<>();
  private final LongColumn gapStart = new LongColumn(0);
  private final LongColumn gapEnd = new LongColumn(0);
  private final IntColumn gapWindow = new IntColumn(0);
  private int[] firstPiece;
  private final CompilerNames compilerNames;
  private Pieces pieces;
  private int[] user;

  /**
   * Cuts the anonymous data of an image.
   *
   * @param file the whole file
   * @param owners pieces of symbols and functions
   * @param claimed a walk along what is claimed already: structures, then owners
   * @param sections the sections, with section rows as codes
   */
  AnonymousData(
      Bytes file,
      BinaryImage image,
      AddressMap map,
      Pieces owners,
      LayeredCuts claimed,
      Pieces sections) {
    this.file = file;
    this.image = image;
    this.map = map;
    this.owners = owners;
    this.compilerNames = new CompilerNames(image.symbols());
    findGaps(claimed, sections);
    cutLiterals();
    List<References> references = references();
    cut();
    use(references);
  }

  /** Finds the parts of loaded data sections that nothing claims. */
  private void findGaps(LayeredCuts claimed, Pieces sections) {
    for (int i = 0; i < sections.count(); i++) {
      Section section = image.sections().row(sections.code(i));
      if (isPlainData(section) && sections.start(i) < section.fileEnd()) {
        findGaps(claimed, sections.start(i), sections.end(i), section);
      }
    }
  }

  private void findGaps(LayeredCuts claimed, long start, long end, Section section) {
    DataWindow window = null;
    for (long at = start; at < end; ) {
      int layer = claimed.layerAt(at);
      boolean isNamedByCompiler = layer > 0 && compilerNames.contains(claimed.code());
      long next = Math.min(end, claimed.boundary(at));
      if (layer < 0 || isNamedByCompiler) {
        if (window == null) {
          long address = section.address() + (start - section.fileStart());
          window = new DataWindow(address, (int) (end - start), start);
          windows.add(window);
          windowSection.add(section);
        }
        window.want(at, next);
        gapStart.add(at);
        gapEnd.add(next);
        gapWindow.add(windows.size() - 1);
        if (isNamedByCompiler) {
          window.hitPlace(at);
          compilerNames.found(claimed.code(), at);
        }
      }
      at = next;
    }
  }

  /** Literals start where others end, whether or not something refers to them. */
  private void cutLiterals() {
    for (int gap = 0; gap < gapStart.count(); gap++) {
      Section section = windowSection.get(gapWindow.get(gap));
      DataWindow window = windows.get(gapWindow.get(gap));
      if (section.traits().contains(SectionTrait.STRINGS)) {
        new Literals(file, window).cutStrings(gapStart.get(gap), gapEnd.get(gap));
      } else if (section.traits().contains(SectionTrait.CONSTANTS)) {
        long size = section.alignment();
        new Literals(file, window).cutConstants(gapStart.get(gap), gapEnd.get(gap), size);
      }
    }
  }

  private static boolean isPlainData(Section section) {
    return section.isLoaded()
        && section.hasFileBytes()
        && section.fileEnd() - section.fileStart() < Integer.MAX_VALUE
        && (section.kind() == Kind.RODATA || section.kind() == Kind.DATA)
        && !section.traits().contains(SectionTrait.METADATA);
  }

  /** All references into the gaps: from code in the order of the code, then from pointers. */
  private List<References> references() {
    List<References> all = new ArrayList<>();
    if (!windows.isEmpty() && !image.isRelocatable()) {
      CodeScan scan = new CodeScan(file, image, owners);
      all.addAll(scan.references(windows));
      References pointers = new References(windows);
      RelocationTable relocations = image.relocations();
      for (int i = 0; i < relocations.count(); i++) {
        pointers.add(map.place(relocations.place(i)), relocations.target(i));
      }
      all.add(pointers);
    }
    for (References references : all) {
      references.markHits();
    }
    return all;
  }

  /** Cuts the gaps at the addresses referred to; windows and pieces are in the same order. */
  private void cut() {
    firstPiece = new int[windows.size() + 1];
    for (int i = 0; i < windows.size(); i++) {
      firstPiece[i + 1] = firstPiece[i] + windows.get(i).count();
    }
    ColumnPieces.Builder found = new ColumnPieces.Builder(firstPiece[windows.size()]);
    int number = 0;
    for (int gap = 0; gap < gapStart.count(); gap++) {
      DataWindow window = windows.get(gapWindow.get(gap));
      long end = gapEnd.get(gap);
      long at = window.nextHit(gapStart.get(gap), end);
      while (at < end) {
        long next = window.nextHit(at + 1, end);
        found.add(at, next, number++);
        at = next;
      }
    }
    pieces = found.freeze();
    user = new int[number];
    Arrays.fill(user, NOBODY);
  }

  private int pieceAt(long address) {
    for (int i = 0; i < firstPiece.length - 1; i++) {
      if (windows.get(i).contains(address)) {
        return firstPiece[i] + windows.get(i).number(address);
      }
    }
    return -1;
  }

  /** Says who uses each piece: first those that symbols use, then what those lead to. */
  private void use(List<References> all) {
    PieceFinder ownerFinder = new PieceFinder(owners);
    PieceFinder sources = new PieceFinder(pieces);
    IntColumn from = new IntColumn(0);
    IntColumn to = new IntColumn(0);
    for (References references : all) {
      for (int i = 0; i < references.count(); i++) {
        int piece = pieceAt(references.target(i));
        int owner = ownerFinder.codeAt(references.source(i));
        int source = owner >= 0 ? -1 : sources.codeAt(references.source(i));
        if (owner >= 0) {
          addUser(piece, owner);
        } else if (source >= 0 && source != piece) {
          from.add(source);
          to.add(piece);
        }
      }
    }
    follow(from, to);
  }

  /** Hands users on along pointers until nothing changes. */
  private void follow(IntColumn from, IntColumn to) {
    boolean isChanged = true;
    for (int round = 0; isChanged && round < MAX_ROUNDS; round++) {
      isChanged = false;
      for (int i = 0; i < from.count(); i++) {
        int owner = user[from.get(i)];
        if (owner != NOBODY && addUser(to.get(i), owner)) {
          isChanged = true;
        }
      }
    }
  }

  private boolean addUser(int piece, int owner) {
    int before = user[piece];
    if (before != owner && before != SHARED) {
      user[piece] = before == NOBODY ? owner : SHARED;
      return true;
    }
    return false;
  }

  /** The pieces, with their own numbers as codes. */
  Pieces pieces() {
    return pieces;
  }

  /** The data that only compilers named, which is looked at here like data without a name. */
  CompilerNames compilerNames() {
    return compilerNames;
  }

  /** Who uses the piece at a place; as {@link #user}. */
  int userAt(long place) {
    int piece = pieces.floor(place);
    return piece < 0 ? NOBODY : user[pieces.code(piece)];
  }

  /**
   * The code of the symbol or function that a piece is about, {@link #NOBODY} or {@link #SHARED}.
   */
  int user(int piece) {
    return user[piece];
  }
}
