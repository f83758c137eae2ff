package dev.weighbridge.formats.dwarf;

import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Arrays;

/**
 * The units of a file: their headers as columns, those of {@link DwarfSection#INFO} first, then
 * those of {@link DwarfSection#TYPES}, each in the order of the section. Immutable.
 *
 * <p>A unit whose header makes no sense has no row; behind a length that cannot be true nothing is
 * read.
 */
public final class DwarfUnits {
  private final byte[] section;
  private final long[] start;
  private final long[] entriesStart;
  private final long[] end;
  private final byte[] version;
  private final byte[] offsetSize;
  private final byte[] addressSize;
  private final byte[] type;
  private final long[] abbreviations;
  private final long[] id;
  private final long[] typeOffset;
  private final int infoCount;

  private DwarfUnits(UnitReader reader, int infoCount) {
    this.infoCount = infoCount;
    section = reader.sectionColumn.freeze();
    start = reader.start.freeze();
    entriesStart = reader.entriesStart.freeze();
    end = reader.end.freeze();
    version = reader.version.freeze();
    offsetSize = reader.offsetSize.freeze();
    addressSize = reader.addressSize.freeze();
    type = reader.type.freeze();
    abbreviations = reader.abbreviations.freeze();
    id = reader.id.freeze();
    typeOffset = reader.typeOffset.freeze();
  }

  /** Reads the headers of all units. */
  static DwarfUnits read(DwarfSections sections, Diagnostics diagnostics) {
    UnitReader reader = new UnitReader(sections, diagnostics);
    reader.read(DwarfSection.INFO);
    int infoCount = reader.start.count();
    reader.read(DwarfSection.TYPES);
    return new DwarfUnits(reader, infoCount);
  }

  /** How many units there are. */
  public int count() {
    return start.length;
  }

  /** {@link DwarfSection#INFO} or {@link DwarfSection#TYPES}. */
  public DwarfSection section(int unit) {
    return DwarfSection.of(section[unit]);
  }

  /** First byte of a unit in its section. */
  public long start(int unit) {
    return start[unit];
  }

  /** End of a unit in its section, exclusive. */
  public long end(int unit) {
    return end[unit];
  }

  /** One of the {@code DW_UT_} constants; see {@link UnitHeader#type}. */
  public int type(int unit) {
    return type[unit];
  }

  /** Identifier or signature; see {@link UnitHeader#id}. */
  public long id(int unit) {
    return id[unit];
  }

  /** The header of a unit as an object. */
  public UnitHeader header(int unit) {
    return new UnitHeader(
        section(unit),
        start[unit],
        entriesStart[unit],
        end[unit],
        new Encoding(version[unit], offsetSize[unit], addressSize[unit]),
        type[unit],
        abbreviations[unit],
        id[unit],
        typeOffset[unit]);
  }

  /** The unit that holds a place in a section, -1 if none does. */
  public int unitAt(DwarfSection of, long offset) {
    boolean isInfo = of == DwarfSection.INFO;
    int from = isInfo ? 0 : infoCount;
    int to = isInfo ? infoCount : start.length;
    int found = Arrays.binarySearch(start, from, to, offset);
    int unit = found >= 0 ? found : -found - 2;
    return unit >= from && offset < end[unit] ? unit : -1;
  }

  @Override
  public String toString() {
    return count() + " units";
  }
}
