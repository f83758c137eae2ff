package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.problems.Diagnostics;

/**
 * The index of a package: which part of each section belongs to each of its units. DWARF 5, 7.3.5;
 * version 2 of it comes with DWARF 4 and is a GNU extension, "DebugFissionDWP".
 *
 * <p>A row is a unit. Immutable.
 */
public final class UnitIndex {
  private final DwarfSection section;
  private final int version;
  private final long[] ids;
  private final long[][] starts;
  private final long[][] sizes;
  private final int[] byId;
  private final int[] byStart;
  private final long[] unitStarts;

  private UnitIndex(DwarfSection section, UnitIndexReader reader) {
    this.section = section;
    version = reader.version;
    ids = reader.ids;
    starts = reader.starts;
    sizes = reader.sizes;
    byId = Order.ascending(ids, ids.length);
    long[] info = starts[DwarfSection.INFO.ordinal()];
    long[] types = starts[DwarfSection.TYPES.ordinal()];
    unitStarts = info != null ? info : types != null ? types : new long[0];
    byStart = Order.ascending(unitStarts, unitStarts.length);
  }

  /**
   * Reads an index; without rows if the file has none, or a defective one.
   *
   * @param section {@link DwarfSection#CU_INDEX} or {@link DwarfSection#TU_INDEX}
   */
  static UnitIndex read(DwarfSections sections, DwarfSection section, Diagnostics diagnostics) {
    UnitIndexReader reader = new UnitIndexReader(sections, section, diagnostics);
    reader.read();
    return new UnitIndex(section, reader);
  }

  /** The section it was read from, which it fills. */
  public DwarfSection section() {
    return section;
  }

  /** 2 or 5; 0 if there is no index. */
  public int version() {
    return version;
  }

  /** How many units there are. */
  public int count() {
    return ids.length;
  }

  /** Identifier of a compile unit, signature of a type unit; 0 if no slot leads to the row. */
  public long id(int row) {
    return ids[row];
  }

  /** The row of an identifier or signature, -1 if there is none. */
  public int rowOf(long id) {
    int place = Order.firstAt(ids, byId, id);
    return place < 0 ? -1 : byId[place];
  }

  /**
   * The row of the unit that holds a place in the section of units, -1 if there is none: {@link
   * DwarfSection#TYPES} for type units of version 4, else {@link DwarfSection#INFO}.
   */
  public int rowAt(DwarfSection unitSection, long offset) {
    if (starts[unitSection.ordinal()] != unitStarts) {
      return -1;
    }
    int place = Order.lastAtOrBefore(unitStarts, byStart, offset);
    if (place < 0) {
      return -1;
    }
    int row = byStart[place];
    long size = sizes[unitSection.ordinal()][row];
    return Long.compareUnsigned(offset - unitStarts[row], size) < 0 ? row : -1;
  }

  /** Whether it tells of a section. */
  public boolean hasColumn(DwarfSection of) {
    return starts[of.ordinal()] != null;
  }

  /** Where a unit's part of a section begins; 0 if the index does not tell of that section. */
  public long start(int row, DwarfSection of) {
    return hasColumn(of) ? starts[of.ordinal()][row] : 0;
  }

  /** Bytes of a unit's part of a section; 0 if the index does not tell of that section. */
  public long size(int row, DwarfSection of) {
    return hasColumn(of) ? sizes[of.ordinal()][row] : 0;
  }

  @Override
  public String toString() {
    return count() + " units";
  }
}
