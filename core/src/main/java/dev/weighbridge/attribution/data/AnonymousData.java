package dev.weighbridge.attribution.data;

import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.claim.ImagePlaces;
import dev.weighbridge.attribution.claim.LayeredPieceCursor;
import dev.weighbridge.attribution.claim.PieceCursor;
import dev.weighbridge.attribution.claim.PieceFinder;
import dev.weighbridge.attribution.claim.Pieces;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.isa.AddressRanges;
import dev.weighbridge.formats.work.Work;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Data that no symbol names, cut where something refers to it: string literals, vtables, tables.
 *
 * <p>A piece starts at a referenced address and reaches to the next one, or {@linkplain PieceEnds
 * less far}. It is about the symbol that refers to it if there is only one, directly or through
 * another such piece; used by several, it is shared. Compilers drop the names of literals, so
 * without this a tenth of a Rust program would be just "{@code .rodata}".
 */
public final class AnonymousData {
  /** The piece's referrers are unknown. */
  static final int NOBODY = -1;

  /** The piece has several referrers. */
  public static final int SHARED = -2;

  private static final int CUT = Evidence.pair(Evidence.SECTION, Evidence.REFERENCE);
  private static final int LITERAL = Evidence.pair(Evidence.SECTION, Evidence.FORMAT);
  private static final int TOO_LONG = Evidence.pair(Evidence.SECTION, Evidence.NEIGHBOUR);
  private static final int USED_BY_CODE = Evidence.pair(Evidence.REFERENCE, Evidence.REFERENCE);
  private static final int POINTED_TO = Evidence.pair(Evidence.RELOCATION, Evidence.REFERENCE);

  /** Chains of pointers longer than this are rare, and what they lead to stays unowned. */
  private static final int MAX_ROUNDS = 8;

  private final Bytes file;
  private final BinaryImage image;
  private final ImagePlaces places;
  private final DataWindows windows;
  private final boolean isMeasured;
  private final LongColumn gapStart = new LongColumn(0);
  private final LongColumn gapEnd = new LongColumn(0);
  private final IntColumn gapWindow = new IntColumn(0);
  private final BitSet isUsedByCode = new BitSet();
  private final BitSet isLiteral = new BitSet();
  private final BitSet isReferredTo = new BitSet();
  private final BitSet isTooLong = new BitSet();
  private final CompilerNames compilerNames;
  private Pieces pieces;
  private final int[] user;

  /**
   * Cuts the anonymous data of an image.
   *
   * @param file the whole file
   * @param format the name of its format
   * @param windows the sections that may have such data
   * @param scan the search of the code, which may still be under way
   * @param owners pieces of symbols and functions
   * @param claimed a walk along what is claimed already: structures, then owners
   */
  public AnonymousData(
      Bytes file,
      String format,
      BinaryImage image,
      ImagePlaces places,
      DataWindows windows,
      CodeScan scan,
      Pieces owners,
      LayeredPieceCursor claimed) {
    this.file =
        file.withOrder(image.isLittleEndian() ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    isMeasured = MeasuredLayouts.contain(format, image);
    this.image = image;
    this.places = places;
    this.windows = windows;
    compilerNames = new CompilerNames(image.symbols());
    for (int i = 0; i < windows.count(); i++) {
      findGaps(claimed, i);
    }
    cutLiterals();
    PieceFinder ownerAt = new PieceFinder(owners);
    List<CodePart.Found> found = scan.found();
    DataReferences ofCode = referencesOfCode(found, owners);
    DataReferences pointers = pointers(ownerAt);
    Work.check();
    PieceEnds ends = cut(ofCode, pointers);
    tellEnds(ends, ofCode, pointers, ownerAt);
    Work.check();
    pieces = pieces(ends);
    user = new int[ends.count()];
    Arrays.fill(user, NOBODY);
    Work.check();
    use(ofCode, pointers, found, ownerAt);
  }

  /** Finds the parts of a section that nothing claims, or nothing but a compiler's name. */
  private void findGaps(LayeredPieceCursor claimed, int index) {
    DataWindow window = windows.window(index);
    long end = window.placeEnd();
    for (long at = window.place(); at < end; ) {
      Work.check();
      int layer = claimed.layerAt(at);
      boolean isNamedByCompiler = layer > 0 && compilerNames.contains(claimed.code());
      long next = Math.min(end, claimed.boundary(at));
      if (layer < 0 || isNamedByCompiler) {
        window.want(at, next);
        gapStart.add(at);
        gapEnd.add(next);
        gapWindow.add(index);
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
      Section section = windows.section(gapWindow.get(gap));
      DataWindow window = windows.window(gapWindow.get(gap));
      if (section.traits().contains(SectionTrait.STRINGS)) {
        new Literals(file, window).cutStrings(gapStart.get(gap), gapEnd.get(gap));
      } else if (section.traits().contains(SectionTrait.CONSTANTS)) {
        long size = section.alignment();
        new Literals(file, window).cutConstants(gapStart.get(gap), gapEnd.get(gap), size);
      }
    }
  }

  /** Notes the references of code into the gaps, in its order. */
  private DataReferences referencesOfCode(List<CodePart.Found> parts, Pieces owners) {
    int count = 0;
    for (CodePart.Found part : parts) {
      count = Math.addExact(count, part.sure().count());
    }
    DataReferences references = new DataReferences(count);
    for (CodePart.Found part : parts) {
      if (part.sure().count() > 0) {
        note(part.sure(), new PieceCursor(owners, part.sure().source(0)), references);
      }
    }
    return references;
  }

  private void note(References part, PieceCursor ownerAt, DataReferences references) {
    for (int i = 0; i < part.count(); i++) {
      DataWindow window = windows.window(part.window(i));
      int offset = part.offset(i);
      int owner = window.isWanted(offset) ? ownerAt.codeAt(part.source(i)) : NOBODY;
      if (owner >= 0) {
        window.hit(offset);
        references.add(part.window(i), offset, owner, part.source(i));
      }
    }
  }

  /** Notes the pointers into the gaps. */
  private DataReferences pointers(PieceFinder ownerAt) {
    if (windows.count() == 0 || image.isRelocatable()) {
      return new DataReferences(0);
    }
    AddressRanges ranges = windows.ranges();
    RelocationTable relocations = image.relocations();
    DataReferences pointers = new DataReferences(relocations.count());
    for (int i = 0; i < relocations.count(); i++) {
      Work.checkAt(i);
      long target = relocations.target(i);
      int index = ranges.indexOf(target);
      if (index >= 0) {
        DataWindow window = windows.window(index);
        int offset = window.offset(target);
        if (window.isWanted(offset)) {
          long place = places.place(relocations.place(i));
          window.hit(offset);
          pointers.add(index, offset, ownerAt.codeAt(place), place);
        }
      }
    }
    return pointers;
  }

  /** The word behind a pointer, which may be a length; 0 if there is none. */
  private long wordBehind(long place) {
    int size = image.addressBits() / Byte.SIZE;
    if (!file.contains(place, 2L * size)) {
      return 0;
    }
    return size == Long.BYTES ? file.i64(place + size) : file.u32(place + size);
  }

  /** Cuts the gaps at the addresses referred to; windows and pieces are in the same order. */
  private PieceEnds cut(DataReferences ofCode, DataReferences pointers) {
    int[] firstPiece = new int[windows.count() + 1];
    for (int i = 0; i < windows.count(); i++) {
      firstPiece[i + 1] = firstPiece[i] + windows.window(i).count();
    }
    ofCode.number(windows, firstPiece);
    pointers.number(windows, firstPiece);
    long[] start = new long[firstPiece[windows.count()]];
    long[] next = new long[start.length];
    int number = 0;
    for (int gap = 0; gap < gapStart.count(); gap++) {
      number = cut(gap, number, start, next);
    }
    // Nothing is hit outside the gaps, so that every row is filled.
    return new PieceEnds(file, start, next);
  }

  /** Cuts a gap into pieces, of which the first has a number; returns that behind the last. */
  private int cut(int gap, int first, long[] start, long[] next) {
    DataWindow window = windows.window(gapWindow.get(gap));
    long end = gapEnd.get(gap);
    int number = first;
    for (long at = window.nextHit(gapStart.get(gap), end); at < end; at = next[number - 1]) {
      start[number] = at;
      next[number] = window.nextHit(at + 1, end);
      number++;
    }
    if (windows.isLiterals(gapWindow.get(gap))) {
      isLiteral.set(first, number);
    }
    return number;
  }

  /** Tells all that tells where pieces end, and which stay too long to be anybody's. */
  private void tellEnds(
      PieceEnds ends, DataReferences ofCode, DataReferences pointers, PieceFinder owners) {
    tellTables(ends, ofCode, new JumpTables(file, image, places, owners));
    for (int i = 0; i < pointers.count(); i++) {
      Work.checkAt(i);
      int piece = pointers.piece(i);
      if (!isLiteral.get(piece)) {
        ends.tellLength(piece, wordBehind(pointers.place(i)));
      }
    }
    ends.settle();
    if (isMeasured) {
      tellEndsOfLong(ends, ofCode);
    }
    for (int piece = 0; piece < ends.count(); piece++) {
      if (ends.isLong(piece)) {
        isTooLong.set(piece, !isLiteral.get(piece) && !(isMeasured && ends.isTold(piece)));
      }
    }
  }

  /** Tells the ends of tables of jumps, each by the function that refers to it. */
  private void tellTables(PieceEnds ends, DataReferences ofCode, JumpTables tables) {
    int[] owner = new int[ends.count()];
    int index = 0;
    for (int piece = 0; piece < owner.length; piece++) {
      Work.checkAt(piece);
      long place = ends.start(piece);
      while (place >= windows.window(index).placeEnd()) {
        index++;
      }
      long address = windows.window(index).address(place);
      owner[piece] = isLiteral.get(piece) ? JumpTables.NOBODY : tables.ownerOfFirst(place, address);
    }
    for (int i = 0; i < ofCode.count(); i++) {
      int piece = ofCode.piece(i);
      if (owner[piece] == ofCode.owner(i) && !ends.isTold(piece)) {
        tables.tellEnd(ends, piece, owner[piece]);
      }
    }
  }

  /** What is too long for its next piece to tell its end is looked at more closely. */
  private void tellEndsOfLong(PieceEnds ends, DataReferences ofCode) {
    IntColumn found = new IntColumn(0);
    BitSet isDoubtful = new BitSet();
    for (int piece = 0; piece < ends.count(); piece++) {
      if (ends.isLong(piece) && !isLiteral.get(piece) && !ends.isTold(piece)) {
        found.add(piece);
        isDoubtful.set(piece);
      }
    }
    int[] doubtful = found.freeze();
    if (doubtful.length > 0) {
      for (int i = 0; i < ofCode.count(); i++) {
        Work.checkAt(i);
        if (isDoubtful.get(ofCode.piece(i))) {
          ends.tellLengthNear(ofCode.piece(i), ofCode.place(i));
        }
      }
      Work.check();
      PointerRuns.tell(ends, doubtful, image.relocations(), places.map());
    }
  }

  private Pieces pieces(PieceEnds ends) {
    Pieces.Builder found = new Pieces.Builder(ends.count());
    for (int piece = 0; piece < ends.count(); piece++) {
      found.add(ends.start(piece), ends.next(piece), piece);
    }
    return found.freeze();
  }

  /** Says who uses each piece: first those that symbols use, then what those lead to. */
  private void use(
      DataReferences ofCode,
      DataReferences pointers,
      List<CodePart.Found> found,
      PieceFinder ownerAt) {
    PieceFinder sources = new PieceFinder(pieces);
    IntColumn from = new IntColumn(0);
    IntColumn to = new IntColumn(0);
    for (int i = 0; i < ofCode.count(); i++) {
      addUser(ofCode.piece(i), ofCode.owner(i));
      isUsedByCode.set(ofCode.piece(i));
    }
    isReferredTo.or(isUsedByCode);
    for (int i = 0; i < pointers.count(); i++) {
      int piece = pointers.piece(i);
      isReferredTo.set(piece);
      if (pointers.owner(i) >= 0) {
        addUser(piece, pointers.owner(i));
      } else {
        lead(sources.codeAt(pointers.place(i)), piece, from, to);
      }
    }
    doubt(found, ownerAt);
    follow(from, to);
    doubt(found, ownerAt);
  }

  private static void lead(int source, int piece, IntColumn from, IntColumn to) {
    if (source >= 0 && source != piece) {
      from.add(source);
      to.add(piece);
    }
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

  private void doubt(List<CodePart.Found> found, PieceFinder ownerAt) {
    for (CodePart.Found part : found) {
      doubt(part.possible(), ownerAt);
    }
  }

  /** Whoever may refer to a piece, too, takes it from its only user. */
  private void doubt(References possible, PieceFinder ownerAt) {
    for (int i = 0; i < possible.count(); i++) {
      Work.checkAt(i);
      long place = windows.window(possible.window(i)).place() + possible.offset(i);
      int piece = pieces.floor(place);
      boolean isUsed = piece >= 0 && place < pieces.end(piece) && user[pieces.code(piece)] >= 0;
      if (isUsed && user[pieces.code(piece)] != ownerAt.codeAt(possible.source(i))) {
        user[pieces.code(piece)] = SHARED;
      }
    }
  }

  private boolean addUser(int piece, int owner) {
    int before = user[piece];
    if (isTooLong.get(piece)) {
      return false;
    }
    if (before != owner && before != SHARED) {
      user[piece] = before == NOBODY ? owner : SHARED;
      return true;
    }
    return false;
  }

  /** The pieces, with their own numbers as codes. */
  public Pieces pieces() {
    return pieces;
  }

  /** The data that only compilers named, which is looked at here like data without a name. */
  public CompilerNames compilerNames() {
    return compilerNames;
  }

  /** Who uses the piece at a place; as {@link #user}. */
  public int userAt(long place) {
    int piece = pieces.floor(place);
    return piece < 0 ? NOBODY : user[pieces.code(piece)];
  }

  /**
   * The code of the symbol or function that a piece is about, {@link #NOBODY} or {@link #SHARED}.
   */
  public int user(int piece) {
    return user[piece];
  }

  /** {@link Evidence#pair} of what names a piece and what bounds it. */
  public int evidence(int piece) {
    if (user[piece] != NOBODY) {
      return isUsedByCode.get(piece) ? USED_BY_CODE : POINTED_TO;
    }
    if (isTooLong.get(piece)) {
      return TOO_LONG;
    }
    return isLiteral.get(piece) && !isReferredTo.get(piece) ? LITERAL : CUT;
  }
}
