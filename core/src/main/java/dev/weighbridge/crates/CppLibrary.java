package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.names.CppLibraryNames;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolType;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * Tells the standard library of C++ where it was linked into a program whole.
 *
 * <p>Linkers put it behind the program. Its objects are distributed without file symbols, so that
 * their local symbols seem to be of the last unit of the program. The border lies where it leaves
 * the fewest bytes of the program's names behind it and of the library's before it: in a program
 * linked by LLD and one by GNU ld that found 375,914 and 368,401 of 375,948 bytes, none of them
 * wrong.
 */
final class CppLibrary {
  /** What owns the library in reports. */
  static final String NAME = "[C++ runtime]";

  /** Bytes of functions under the library's own names that make it likely to be there. */
  private static final long LEAST = 16 << 10;

  /** Bytes of data under such names that are enough where its functions are there. */
  private static final long LEAST_DATA = 64;

  /** Of what lies behind the border, one byte of so many at most may be on its wrong side. */
  private static final long STRANGE_SHARE = 20;

  private final Attribution attribution;
  private final Partition partition;
  private final Owners owners;
  private final UnitEvidence units;
  private final CrateRows crates;
  private final OwnerCrates found;
  private final BitSet overflown = new BitSet();

  /** Images into which the library was linked. */
  private final BitSet linked = new BitSet();

  /** Sections that have been settled. */
  private final BitSet settled = new BitSet();

  CppLibrary(Attribution attribution, UnitEvidence units, CrateRows crates, OwnerCrates found) {
    this.attribution = attribution;
    this.units = units;
    this.crates = crates;
    this.found = found;
    partition = attribution.partition();
    owners = attribution.owners();
  }

  /** Settles what is of the library, of owners that no name of Rust tells. */
  void settle(IntColumn nameless) {
    settleSections(LEAST, image -> !mayHaveNone(image));
    if (!linked.isEmpty()) {
      settleSections(LEAST_DATA, linked::get);
      leaveUnits(nameless);
    }
  }

  /** Settles what lies behind the border in each section of some images. */
  private void settleSections(long least, IntPredicate images) {
    for (int start = 0; start < partition.fileSpanCount(); ) {
      int end = start + 1;
      int section = partition.section(start);
      while (end < partition.fileSpanCount() && partition.section(end) == section) {
        end++;
      }
      if (section >= 0 && partition.end(end - 1) - partition.start(start) > least) {
        if (images.test(partition.image(start)) && !settled.get(section)) {
          settle(start, end, least);
        }
      }
      start = end;
    }
  }

  private boolean mayHaveNone(int image) {
    return attribution.file().images().get(image).isRelocatable() || units.hasRust(image);
  }

  /** Settles what lies behind the border in the spans of a section, if it has one. */
  private void settle(int start, int end, long least) {
    int border = border(start, end, least);
    if (border == end) {
      return;
    }
    settled.set(partition.section(start));
    linked.set(partition.image(start));
    int row = crates.of(new CrateName(NAME, 0), CrateOrigin.NATIVE);
    for (int span = border; span < end; span++) {
      Work.checkAt(span);
      int owner = partition.owner(span);
      if (isOpen(span)) {
        int unit = units.of(owner);
        if (unit < 0 || !units.isObject(unit)) {
          if (unit >= 0) {
            overflown.set(unit);
            units.place(owner, -1);
          }
          found.settle(owner, row, CrateEvidence.CRATE_AROUND);
        }
      }
    }
  }

  private boolean isNamed(int span) {
    return partition.kind(span).isContent() && owners.isSymbol(partition.owner(span));
  }

  /** The first span of the library; {@code end} if none is. */
  private int border(int start, int end, long least) {
    long library = 0;
    BitSet ofLibrary = new BitSet();
    for (int span = start; span < end; span++) {
      Work.checkAt(span);
      if (isOpen(span) && isLibrarys(span)) {
        ofLibrary.set(span - start);
        library += size(span);
      }
    }
    return library < least ? end : border(start, end, ofLibrary);
  }

  private int border(int start, int end, BitSet ofLibrary) {
    BitSet ofProgram = new BitSet();
    long programBehind = 0;
    for (int span = start; span < end; span++) {
      if (isNamed(span) && !isLocal(partition.owner(span)) && !mayBeLibrarys(span)) {
        ofProgram.set(span - start);
        programBehind += size(span);
      }
    }
    long strange = programBehind;
    long fewest = Long.MAX_VALUE;
    long behind = 0;
    int border = end;
    for (int span = start; span < end; span++) {
      if (strange <= fewest) {
        fewest = strange;
        behind = 0;
        border = span;
      }
      strange += ofLibrary.get(span - start) ? size(span) : 0;
      strange -= ofProgram.get(span - start) ? size(span) : 0;
      behind += isNamed(span) ? size(span) : 0;
    }
    return fewest * STRANGE_SHARE < behind ? border : end;
  }

  /** Whether bytes are of somebody whom no name has told yet. */
  private boolean isOpen(int span) {
    return found.crate(partition.owner(span)) < 0 && isNamed(span);
  }

  private boolean mayBeLibrarys(int span) {
    return isOpen(span) && CppLibraryNames.mayContain(name(partition.owner(span)));
  }

  private long size(int span) {
    return partition.end(span) - partition.start(span);
  }

  private boolean isGlobal(int owner) {
    return owners.symbols(owner).binding(owners.symbolRow(owner)) == SymbolBinding.GLOBAL;
  }

  /** Local symbols of objects that have no file symbol seem to be of the unit before them. */
  private boolean isLocal(int owner) {
    return owners.symbols(owner).binding(owners.symbolRow(owner)) == SymbolBinding.LOCAL;
  }

  private boolean isLibrarys(int span) {
    int owner = partition.owner(span);
    return isGlobal(owner) && CppLibraryNames.contains(name(owner));
  }

  private String name(int owner) {
    return owners.symbols(owner).name(owners.symbolRow(owner));
  }

  /** Data, too, is not of the unit whose local symbols the library's follow; names tell some. */
  private void leaveUnits(IntColumn nameless) {
    int row = crates.of(new CrateName(NAME, 0), CrateOrigin.NATIVE);
    for (int i = 0; i < nameless.count(); i++) {
      int owner = nameless.get(i);
      if (found.crate(owner) >= 0 || !owners.isSymbol(owner)) {
        continue;
      }
      int unit = units.of(owner);
      boolean isOverflown = unit >= 0 && overflown.get(unit);
      if (isOverflown && !isFunction(owner)) {
        units.place(owner, -1);
      }
      if (isGlobal(owner) && unit < 0 && CppLibraryNames.contains(name(owner))) {
        found.settle(owner, row, CrateEvidence.RESERVED_NAME);
      }
    }
  }

  private boolean isFunction(int owner) {
    return owners.symbols(owner).type(owners.symbolRow(owner)) == SymbolType.FUNCTION;
  }
}
