package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.names.UnitName;
import dev.weighbridge.crates.order.Gap;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SymbolBinding;
import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.libraries.LibrarySymbols;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntConsumer;

/**
 * Tells libraries of C and C++ in what no name of Rust tells: by names that they have for
 * themselves, by their units, and by the order of the link.
 *
 * <p>A unit is a library's if most of its names are. Linkers put the objects of one archive side by
 * side, so what lies in one section between two globals of a library, and is of nobody who is known
 * otherwise, is the library's as well. A linker map says all that better.
 */
final class LibraryEvidence {
  private static final int NONE = -1;

  /** A unit of which some lies between globals of a library, and some elsewhere. */
  private static final int SEVERAL = -2;

  /** A unit that lies where no library was told. */
  private static final int ELSEWHERE = -3;

  /** Of so many owners in a unit one must have a name of the library that the unit is of. */
  private static final int NAMED_SHARE = 2;

  private final Attribution attribution;
  private final Partition partition;
  private final Owners owners;
  private final LibrarySymbols symbols;
  private final UnitEvidence units;
  private final CrateRows crates;
  private final OwnerCrates found;

  private final boolean isMachO;

  /** The libraries of which a name that tells by itself is defined. */
  private final BitSet present = new BitSet();

  /** The row of each library, {@link #NONE} if it has none yet. */
  private final int[] rowOf;

  /** The row of the library of each owner, {@link #NONE} if its name tells none. */
  private final int[] named;

  /** The row of the library of each unit, {@link #NONE} if it is of none. */
  private final int[] ofUnit;

  LibraryEvidence(
      Attribution attribution,
      LibrarySymbols symbols,
      UnitEvidence units,
      CrateRows crates,
      OwnerCrates found) {
    this.attribution = attribution;
    this.symbols = symbols;
    this.units = units;
    this.crates = crates;
    this.found = found;
    partition = attribution.partition();
    owners = attribution.owners();
    isMachO = attribution.file().format().equals("Mach-O");
    rowOf = filled(symbols.count());
    named = filled(found.count());
    ofUnit = filled(units.count());
  }

  private static int[] filled(int length) {
    int[] rows = new int[length];
    Arrays.fill(rows, NONE);
    return rows;
  }

  /** Settles what is of libraries, of owners that no name of Rust tells. */
  void settle(IntColumn nameless) {
    if (!isMapped() && readNames(nameless)) {
      int[] spans = openSpans();
      placeUnits(spans);
      decideUnits(nameless);
      walk(spans, this::fill, owner -> {});
      settleUnits(nameless);
    }
  }

  private boolean isMapped() {
    boolean isMapped = false;
    for (BinaryImage image : attribution.file().images()) {
      isMapped |= image.members().isOfMap();
    }
    return isMapped;
  }

  /** Settles owners by their names alone; whether any was. */
  private boolean readNames(IntColumn nameless) {
    IntColumn candidates = new IntColumn(0);
    IntColumn numbers = new IntColumn(0);
    for (int i = 0; i < nameless.count(); i++) {
      Work.checkAt(i);
      int owner = nameless.get(i);
      int number = number(owner);
      if (number >= 0) {
        candidates.add(owner);
        numbers.add(number);
        symbols.addSure(number, present);
      }
    }
    for (int i = 0; i < candidates.count(); i++) {
      int library = symbols.decide(numbers.get(i), present);
      if (library >= 0) {
        int owner = candidates.get(i);
        named[owner] = row(library);
        if (units.of(owner) < 0) {
          found.settle(owner, named[owner], CrateEvidence.LIBRARY_NAME);
        }
      }
    }
    return !present.isEmpty();
  }

  /** The number of what an owner is called among names of libraries; {@link #NONE} if in none. */
  private int number(int owner) {
    return isOpen(owner) ? symbols.find(plainName(owner)) : NONE;
  }

  /** The library's row: that of the crate of its very name, which brings it, if there is one. */
  private int row(int library) {
    if (rowOf[library] < 0) {
      int crate = crates.find(symbols.library(library));
      CrateName name = new CrateName(symbols.library(library), 0);
      rowOf[library] = crate >= 0 ? crate : crates.of(name, CrateOrigin.NATIVE);
    }
    return rowOf[library];
  }

  /** Whether nothing is known of whose an owner is, or only what its unit is called. */
  private boolean isOpen(int owner) {
    return isSettledByUnitAtMost(owner)
        && owners.isSymbol(owner)
        && owners.symbols(owner).section(owners.symbolRow(owner)) != SymbolTable.UNDEFINED
        && !isRust(units.of(owner));
  }

  private boolean isSettledByUnitAtMost(int owner) {
    int crate = found.crate(owner);
    return crate < 0
        || (found.evidence(owner) == CrateEvidence.UNIT
            && crates.crate(crate).origin() == CrateOrigin.NATIVE
            && !crates.crate(crate).name().equals(UnitName.C_RUNTIME));
  }

  private boolean isRust(int unit) {
    return unit >= 0 && units.isRust(unit);
  }

  /** The name as its source has it: Mach-O puts an underscore before each. */
  private String plainName(int owner) {
    String name = name(owner);
    return isMachO && name.startsWith("_") ? name.substring(1) : name;
  }

  /**
   * Decides on units by where their code lies. Objects of archives that were stripped have no file
   * symbol, so that their local symbols seem to be of the unit before: such a one lies in several
   * places.
   */
  private void placeUnits(int[] spans) {
    walk(
        spans,
        (owner, row) -> place(units.of(owner), row),
        owner -> {
          int unit = units.of(owner);
          if (unit >= 0 && ofUnit[unit] != ELSEWHERE && !isCold(owner)) {
            place(unit, ELSEWHERE);
          }
        });
    for (int unit = 0; unit < ofUnit.length; unit++) {
      int library = units.isRust(unit) ? NONE : symbols.ofFile(units.file(unit), present);
      if (library >= 0) {
        ofUnit[unit] = row(library);
      } else if (ofUnit[unit] == ELSEWHERE) {
        ofUnit[unit] = NONE;
      }
    }
  }

  private void place(int unit, int row) {
    if (unit >= 0) {
      ofUnit[unit] = ofUnit[unit] == NONE || ofUnit[unit] == row ? row : SEVERAL;
    }
  }

  /** Decides on units by the names of their functions and data, if their place does not tell. */
  private void decideUnits(IntColumn nameless) {
    int[] all = new int[ofUnit.length];
    int[] told = new int[ofUnit.length];
    int[] first = filled(ofUnit.length);
    for (int i = 0; i < nameless.count(); i++) {
      int owner = nameless.get(i);
      int unit = isOpen(owner) ? units.of(owner) : NONE;
      if (unit >= 0) {
        all[unit]++;
        first[unit] = first[unit] < 0 ? named[owner] : first[unit];
        told[unit] += named[owner] >= 0 && named[owner] == first[unit] ? 1 : 0;
      }
    }
    for (int unit = 0; unit < ofUnit.length; unit++) {
      if (ofUnit[unit] == NONE && told[unit] > 0 && told[unit] * NAMED_SHARE >= all[unit]) {
        ofUnit[unit] = first[unit];
      }
    }
  }

  /** What is done with an owner that lies between two globals of one library. */
  private interface Filler {
    void fill(int owner, int row);
  }

  /**
   * The spans of which a library may be told, in the order of the file, with {@link #NONE} wherever
   * something else lies between two of them: next to all spans of most programs are Rust's.
   */
  private int[] openSpans() {
    boolean[] mayBeOfLibrary = new boolean[owners.count()];
    for (int owner = 0; owner < owners.firstLabel(); owner++) {
      mayBeOfLibrary[owner] = mayBeOfLibrary(owner);
    }
    IntColumn spans = new IntColumn(0);
    int last = NONE;
    for (int span = 0; span < partition.spanCount(); span++) {
      boolean mayBe = mayBeOfLibrary[partition.owner(span)];
      if ((mayBe || last != NONE) && isContent(span)) {
        if (last != NONE && (!mayBe || partition.section(span) != partition.section(last))) {
          spans.add(NONE);
        }
        last = mayBe ? span : NONE;
        if (mayBe) {
          spans.add(span);
        }
      }
    }
    return spans.freeze();
  }

  private boolean isContent(int span) {
    return partition.section(span) >= 0
        && partition.kind(span).isContent()
        && !owners.isLabel(partition.owner(span));
  }

  private boolean mayBeOfLibrary(int owner) {
    if (isOpen(owner) || !owners.isSymbol(owner) || isNamed(owner)) {
      return true;
    }
    int unit = units.of(owner);
    return unit >= 0 && !units.isRust(unit);
  }

  /**
   * Walks spans: what lies between two globals of one library, and what does not.
   *
   * @param spans as {@link #openSpans} has them
   */
  private void walk(int[] spans, Filler between, IntConsumer elsewhere) {
    Gap gap = new Gap();
    for (int span : spans) {
      enter(gap, span, between, elsewhere);
    }
    gap.fill(elsewhere);
  }

  private void enter(Gap gap, int span, Filler between, IntConsumer elsewhere) {
    int owner = span < 0 ? NONE : partition.owner(span);
    int row = span < 0 ? NONE : anchor(owner);
    if (row < 0 && span >= 0 && (isOpen(owner) || !owners.isSymbol(owner) || isNamed(owner))) {
      gap.await(owner);
    } else if (!gap.isEmpty() && row >= 0 && row == gap.before()) {
      gap.fill(one -> between.fill(one, row));
      gap.close(row);
    } else {
      gap.fill(elsewhere);
      gap.close(row);
    }
  }

  /** Whether an owner has a library by its name, though not one of those that lie here. */
  private boolean isNamed(int owner) {
    return found.evidence(owner) == CrateEvidence.LIBRARY_NAME;
  }

  /**
   * The row of the library that an owner shows to lie here; {@link #NONE} if it shows none.
   * Functions of headers have the library's names in units of others; those of globals that a
   * linker has hidden are local, but of no unit.
   */
  private int anchor(int owner) {
    int unit = units.of(owner);
    if (unit >= 0) {
      return Math.max(ofUnit[unit], NONE);
    }
    return named[owner] >= 0 && !isOfHeader(owner) ? named[owner] : NONE;
  }

  /** Whether each unit that needs it may have a function of C++: one of them was kept. */
  private boolean isOfHeader(int owner) {
    return owners.symbols(owner).binding(owners.symbolRow(owner)) == SymbolBinding.WEAK
        && name(owner).startsWith("_Z");
  }

  /** GCC takes code that seldom runs out of functions, and linkers put that in a place apart. */
  private boolean isCold(int owner) {
    return owners.isSymbol(owner) && name(owner).contains(".cold");
  }

  private String name(int owner) {
    return owners.symbols(owner).name(owners.symbolRow(owner));
  }

  private void fill(int owner, int row) {
    int unit = units.of(owner);
    boolean isUnitDecided = unit >= 0 && ofUnit[unit] >= 0;
    if (!isUnitDecided && owners.isSymbol(owner) && !isNamed(owner)) {
      if (unit >= 0) {
        units.place(owner, NONE);
      }
      found.settle(owner, row, CrateEvidence.LIBRARY_AROUND);
    }
  }

  /** Settles what is of units that are a library's. */
  private void settleUnits(IntColumn nameless) {
    for (int unit = 0; unit < ofUnit.length; unit++) {
      if (ofUnit[unit] >= 0) {
        units.tell(unit, ofUnit[unit]);
      }
    }
    for (int i = 0; i < nameless.count(); i++) {
      int owner = nameless.get(i);
      int unit = units.of(owner);
      if (unit >= 0 && ofUnit[unit] >= 0 && isOpen(owner)) {
        found.settle(owner, ofUnit[unit], CrateEvidence.UNIT);
      }
    }
  }
}
