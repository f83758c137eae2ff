package dev.weighbridge.attribution;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.RelocationTable;
import dev.weighbridge.formats.SectionTable;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.internal.isa.AddressScanner;
import dev.weighbridge.internal.isa.References;
import java.util.Arrays;

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
  private final Pieces gaps;
  private Pieces pieces;
  private int[] user;

  /**
   * Cuts the anonymous data of an image.
   *
   * @param file the whole file
   * @param owners pieces of symbols and functions
   * @param settled what is claimed already
   * @param sections the sections, with section rows as codes
   */
  AnonymousData(
      Bytes file,
      BinaryImage image,
      AddressMap map,
      Pieces owners,
      Pieces settled,
      Pieces sections) {
    this.file = file;
    this.image = image;
    this.map = map;
    this.owners = owners;
    this.gaps = gaps(settled, sections);
    References references = references();
    long[] target = new long[references.count()];
    for (int i = 0; i < target.length; i++) {
      target[i] = map.place(references.target(i));
    }
    cut(target);
    use(references, target);
  }

  /** The parts of loaded data sections that nothing claims. */
  private Pieces gaps(Pieces settled, Pieces sections) {
    Pieces.Builder found = new Pieces.Builder(0);
    Cuts cuts = new Cuts(settled);
    for (int i = 0; i < sections.count(); i++) {
      if (isPlainData(image.sections().row(sections.code(i)))) {
        long at = sections.start(i);
        while (at < sections.end(i)) {
          boolean isClaimed = cuts.codeAt(at) >= 0;
          long end = Math.min(sections.end(i), cuts.boundary(at));
          if (!isClaimed) {
            found.add(at, end, sections.code(i));
          }
          at = end;
        }
      }
    }
    return found.freeze();
  }

  private static boolean isPlainData(Section section) {
    return section.isLoaded()
        && section.hasFileBytes()
        && (section.kind() == Kind.RODATA || section.kind() == Kind.DATA)
        && !section.traits().contains(SectionTrait.METADATA);
  }

  private References references() {
    long low = -1;
    long high = 0;
    for (int i = 0; i < gaps.count(); i++) {
      long first = map.address(gaps.start(i));
      long end = first + (gaps.end(i) - gaps.start(i));
      low = Long.compareUnsigned(first, low) < 0 ? first : low;
      high = Long.compareUnsigned(end, high) > 0 ? end : high;
    }
    References found = gaps.count() == 0 ? new References(0, 0) : new References(low, high);
    boolean isPlaced = gaps.count() > 0 && !image.isRelocatable();
    if (isPlaced) {
      scanCode(found);
      RelocationTable relocations = image.relocations();
      for (int i = 0; i < relocations.count(); i++) {
        found.add(map.place(relocations.place(i)), relocations.target(i));
      }
    }
    return found;
  }

  private void scanCode(References found) {
    AddressScanner scanner = AddressScanner.of(image.machine(), image.isLittleEndian());
    SectionTable sections = image.sections();
    for (int row = 0; scanner != null && row < sections.count(); row++) {
      Section section = sections.row(row);
      boolean isCode = section.isLoaded() && section.kind() == Kind.CODE;
      if (isCode && section.hasFileBytes()) {
        scanner.scan(file, section.fileStart(), section.fileEnd(), section.address(), found);
      }
    }
  }

  /** Cuts the gaps at the targets that lie in them. */
  private void cut(long[] target) {
    long[] starts = target.clone();
    Arrays.sort(starts);
    Pieces.Builder found = new Pieces.Builder(0);
    int number = 0;
    int next = 0;
    for (int gap = 0; gap < gaps.count(); gap++) {
      while (next < starts.length && starts[next] < gaps.start(gap)) {
        next++;
      }
      while (next < starts.length && starts[next] < gaps.end(gap)) {
        long start = starts[next];
        while (next < starts.length && starts[next] == start) {
          next++;
        }
        long following = next < starts.length ? starts[next] : Long.MAX_VALUE;
        found.add(start, Math.min(following, gaps.end(gap)), number++);
      }
    }
    pieces = found.freeze();
    user = new int[number];
    Arrays.fill(user, NOBODY);
  }

  /** Says who uses each piece: first those that symbols use, then what those lead to. */
  private void use(References references, long[] target) {
    PieceFinder ownerFinder = new PieceFinder(owners);
    PieceFinder sources = new PieceFinder(pieces);
    PieceFinder targets = new PieceFinder(pieces);
    IntColumn from = new IntColumn(0);
    IntColumn to = new IntColumn(0);
    for (int i = 0; i < target.length; i++) {
      int piece = target[i] < 0 ? -1 : targets.codeAt(target[i]);
      if (piece < 0) {
        continue;
      }
      int owner = ownerFinder.codeAt(references.source(i));
      int source = owner >= 0 ? -1 : sources.codeAt(references.source(i));
      if (owner >= 0) {
        addUser(piece, owner);
      } else if (source >= 0 && source != piece) {
        from.add(source);
        to.add(piece);
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

  /**
   * The code of the symbol or function that a piece is about, {@link #NOBODY} or {@link #SHARED}.
   */
  int user(int piece) {
    return user[piece];
  }
}
