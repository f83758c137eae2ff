package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GDATA32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GPROC32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GPROC32_ID;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_GTHREAD32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LDATA32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_LTHREAD32;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.S_PUB32;

import dev.weighbridge.formats.ExtentEvidence;
import dev.weighbridge.formats.ImageBuilder;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.internal.pe.code.CodeMap;
import dev.weighbridge.formats.internal.pe.code.PeAddresses;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.work.Work;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * States the symbols of a program database as facts about its image.
 *
 * <p>Procedures state their size. A public or a variable does not; it takes that of a procedure at
 * the same place, or that of the section of an object in which it is alone: compilers put each
 * function and each variable into a section of its own if they are asked to.
 */
public final class PdbFacts {
  /** Code no longer than this is still looked at: it may be a jump to an import. */
  private static final int LONGEST_THUNK = 16;

  private final PdbSymbols symbols;
  private final PdbPieces pieces;
  private final PdbContributions contributions;
  private final List<PdbModule> modules;
  private final PdbAddresses places;
  private final PeFile pe;
  private final ImageBuilder image;
  private final PeAddresses addresses;
  private final CodeMap map;
  private final long[] rva;
  private final long[] size;

  /**
   * Facts to be stated.
   *
   * @param pdb the program database of the image
   * @param pe the image
   * @param image where the facts go
   * @param map is told where code begins and ends
   */
  public PdbFacts(Pdb pdb, PeFile pe, ImageBuilder image, PeAddresses addresses, CodeMap map) {
    this.symbols = pdb.symbols();
    this.pieces = symbols.pieces();
    this.contributions = pdb.contributions();
    this.modules = pdb.modules();
    this.places = pdb.addresses();
    this.pe = pe;
    this.image = image;
    this.addresses = addresses;
    this.map = map;
    this.rva = new long[symbols.count()];
    this.size = new long[symbols.count()];
  }

  /** States all symbols that have a place in the image, and the pieces of functions. */
  public void state() {
    IntColumn placed = new IntColumn(symbols.count());
    for (int row = 0; row < symbols.count(); row++) {
      Work.checkAt(row);
      rva[row] = places.rva(symbols.section(row), symbols.offset(row));
      size[row] = symbols.size(row);
      if (rva[row] >= 0 && addresses.section(rva[row]) >= 0) {
        placed.add(row);
      }
    }
    int[] rows = placed.freeze();
    if (rows.length > 0) {
      giveSizes(Order.sorted(rva, rows.clone()));
    }
    image.reserve(rows.length, 0, 0);
    for (int row : rows) {
      symbol(row);
    }
    contributed();
    units();
    for (int piece = 0; piece < pieces.count(); piece++) {
      Work.checkAt(piece);
      piece(piece);
    }
  }

  /** Gives each symbol without a size that of its place. */
  private void giveSizes(int[] byPlace) {
    ContributionWalk walk = new ContributionWalk();
    int from = 0;
    while (from < byPlace.length) {
      long at = rva[byPlace[from]];
      long largest = 0;
      int to = from;
      while (to < byPlace.length && rva[byPlace[to]] == at) {
        largest = Math.max(largest, size[byPlace[to++]]);
      }
      if (largest == 0) {
        long room = to < byPlace.length ? rva[byPlace[to]] - at : Long.MAX_VALUE;
        long whole = walk.sizeAt(at);
        largest = whole <= room ? whole : 0;
      }
      for (int i = from; i < to; i++) {
        size[byPlace[i]] = size[byPlace[i]] == 0 ? largest : size[byPlace[i]];
      }
      from = to;
    }
  }

  private void symbol(int row) {
    boolean isCode = addresses.isCode(rva[row]);
    image.symbol(
        pe.imageBase() + rva[row],
        size[row],
        addresses.section(rva[row]),
        type(row, isCode),
        binding(row),
        SymbolSource.DEBUG_FILE,
        symbols.namePool(row),
        symbols.nameStart(row),
        symbols.nameLength(row));
    if (isCode) {
      map.start(rva[row]);
      if (size[row] > LONGEST_THUNK) {
        map.extent(rva[row], rva[row] + size[row]);
      }
    }
  }

  private SymbolType type(int row, boolean isCode) {
    return switch (symbols.kind(row)) {
      case S_PUB32 -> isCode ? SymbolType.FUNCTION : SymbolType.OBJECT;
      case S_GDATA32, S_LDATA32 -> SymbolType.OBJECT;
      case S_GTHREAD32, S_LTHREAD32 -> SymbolType.THREAD_LOCAL;
      default -> SymbolType.FUNCTION;
    };
  }

  private SymbolBinding binding(int row) {
    return switch (symbols.kind(row)) {
      case S_PUB32, S_GDATA32, S_GTHREAD32, S_GPROC32, S_GPROC32_ID -> SymbolBinding.GLOBAL;
      default -> SymbolBinding.LOCAL;
    };
  }

  /** States the modules and the ranges that each contributed. */
  private void units() {
    int[] unit = new int[modules.size()];
    for (PdbModule module : modules) {
      Work.check();
      Bytes name = Bytes.of(module.name().getBytes(StandardCharsets.UTF_8));
      boolean isArchived = !module.objectFile().equals(module.name());
      String archive = isArchived ? module.objectFile() : "";
      unit[module.index()] = image.member(name, 0, (int) name.length(), archive);
    }
    for (int row = 0; row < contributions.count(); row++) {
      Work.checkAt(row);
      long start = places.rva(contributions.section(row), contributions.offset(row));
      if (start >= 0 && contributions.module(row) < unit.length) {
        image.rangeOf(
            unit[contributions.module(row)], pe.imageBase() + start, contributions.size(row));
      }
    }
  }

  /** What one object contributed does not run into what another did. */
  private void contributed() {
    for (int row = 0; row < contributions.count(); row++) {
      long start = places.rva(contributions.section(row), contributions.offset(row));
      if (start >= 0 && contributions.size(row) > 0 && addresses.isCode(start)) {
        map.start(start);
        map.start(start + contributions.size(row));
      }
    }
  }

  private void piece(int row) {
    long start = places.rva(pieces.section(row), pieces.offset(row));
    long parent = places.rva(pieces.parentSection(row), pieces.parentOffset(row));
    if (start < 0 || parent < 0 || !addresses.isCode(start)) {
      return;
    }
    long bytes = Math.min(pieces.size(row), addresses.room(start));
    long base = pe.imageBase();
    long file = pe.fileOffset(start);
    image.piece(base + start, bytes, file, ExtentEvidence.DEBUG_FILE, base + parent);
    map.extent(start, start + bytes);
  }

  /** Walks over the contributions in the order of their addresses. */
  private final class ContributionWalk {
    private final long[] start;
    private final int[] order;
    private int next;

    ContributionWalk() {
      start = new long[contributions.count()];
      for (int row = 0; row < start.length; row++) {
        start[row] = places.rva(contributions.section(row), contributions.offset(row));
      }
      order = Order.ascending(start, start.length);
    }

    /** Bytes of the largest contribution that begins at an address not before the last one. */
    long sizeAt(long at) {
      while (next < order.length && (start[order[next]] < at)) {
        next++;
      }
      long largest = 0;
      for (int i = next; i < order.length && start[order[i]] == at; i++) {
        largest = Math.max(largest, contributions.size(order[i]));
      }
      return largest;
    }
  }
}
