package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_type;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The debug information of one file, in the format DWARF, versions 2 to 5.
 *
 * <p>Nothing is read at once; each part is read when first asked for, and kept if it is small: the
 * headers of units. What is wrong with those parts is then in {@link #diagnostics}. May be used by
 * several threads.
 */
public final class Dwarf {
  private final DwarfSections sections;
  private final @Nullable Dwarf supplementary;
  private final DwarfTexts texts;
  private final Diagnostics diagnostics = new Diagnostics();
  private final Object lock = new Object();
  private @Nullable DwarfUnits units;
  private @Nullable UnitIndex compileUnitIndex;
  private @Nullable UnitIndex typeUnitIndex;
  private @Nullable AbbreviationTables rootTables;
  private int @Nullable [] bySignature;
  private long[] signatures = new long[0];

  private Dwarf(DwarfSections sections, @Nullable Dwarf supplementary) {
    this.sections = sections;
    this.supplementary = supplementary;
    this.texts = new DwarfTexts(sections, supplementary == null ? null : supplementary.sections);
  }

  /** The debug information in these sections. */
  public static Dwarf of(DwarfSections sections) {
    Objects.requireNonNull(sections, "sections");
    return new Dwarf(sections, null);
  }

  /** The same, some of which lies in another file that several programs share, as dwz makes it. */
  public Dwarf withSupplementary(Dwarf other) {
    return new Dwarf(sections, other);
  }

  /** What {@link #withSupplementary} was given. */
  public Optional<Dwarf> supplementary() {
    return Optional.ofNullable(supplementary);
  }

  /** The sections that it is read from. */
  public DwarfSections sections() {
    return sections;
  }

  /** What turns references to names into text. */
  public DwarfTexts texts() {
    return texts;
  }

  /** What was wrong with the sections, the headers of units and the indexes read so far. */
  public List<Diagnostic> diagnostics() {
    synchronized (lock) {
      Diagnostics all = new Diagnostics();
      all.addAll(sections.diagnostics(), 0);
      all.addAll(diagnostics.list(), 0);
      return all.list();
    }
  }

  /** The headers of the units. */
  public DwarfUnits units() {
    synchronized (lock) {
      if (units == null) {
        units = DwarfUnits.read(sections, diagnostics);
      }
      return units;
    }
  }

  /** The index of the compile units of a package; without rows if it is none. */
  public UnitIndex compileUnitIndex() {
    synchronized (lock) {
      if (compileUnitIndex == null) {
        compileUnitIndex = UnitIndex.read(sections, DwarfSection.CU_INDEX, diagnostics);
      }
      return compileUnitIndex;
    }
  }

  /** The index of the type units of a package; without rows if it is none. */
  public UnitIndex typeUnitIndex() {
    synchronized (lock) {
      if (typeUnitIndex == null) {
        typeUnitIndex = UnitIndex.read(sections, DwarfSection.TU_INDEX, diagnostics);
      }
      return typeUnitIndex;
    }
  }

  /** Abbreviation tables for a walk over units, none of them read yet. */
  public AbbreviationTables abbreviationTables() {
    return new AbbreviationTables(sections);
  }

  /**
   * A unit as an object, made anew.
   *
   * @throws IndexOutOfBoundsException if there is no such unit
   */
  public DwarfUnit unit(int row) {
    UnitHeader header = units().header(row);
    UnitIndex index = compileUnitIndex();
    int indexRow = index.rowAt(header.section(), header.start());
    if (indexRow < 0) {
      index = typeUnitIndex();
      indexRow = index.rowAt(header.section(), header.start());
    }
    return new DwarfUnit(
        sections, texts, rootTables(), header, indexRow < 0 ? null : index, indexRow);
  }

  private AbbreviationTables rootTables() {
    synchronized (lock) {
      if (rootTables == null) {
        rootTables = abbreviationTables();
      }
      return rootTables;
    }
  }

  /** The type unit of a signature, -1 if there is none; of several the first. */
  public int typeUnit(long signature) {
    DwarfUnits all = units();
    synchronized (lock) {
      int[] order = bySignature;
      if (order == null) {
        order = sortedSignatures(all);
        bySignature = order;
      }
      int place = Order.firstAt(signatures, order, signature);
      return place < 0 ? -1 : order[place];
    }
  }

  private int[] sortedSignatures(DwarfUnits all) {
    IntColumn rows = new IntColumn(0);
    signatures = new long[all.count()];
    for (int row = 0; row < all.count(); row++) {
      signatures[row] = all.id(row);
      if (all.type(row) == DW_UT_type || all.type(row) == DW_UT_split_type) {
        rows.add(row);
      }
    }
    int[] typeUnits = rows.freeze();
    return typeUnits.length == 0 ? typeUnits : Order.sorted(signatures, typeUnits);
  }

  @Override
  public String toString() {
    return "DWARF, " + sections;
  }
}
