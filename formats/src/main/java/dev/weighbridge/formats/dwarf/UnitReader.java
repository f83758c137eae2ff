package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_compile;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_partial;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_skeleton;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_compile;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_split_type;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_UT_type;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.ByteColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;

/** Reads the headers of units into columns. DWARF 5, 7.5.1. */
final class UnitReader {
  private static final int MIN_VERSION = 2;
  private static final int MAX_VERSION = 5;

  private final DwarfSections sections;
  private final Diagnostics diagnostics;

  // read() fills it before any unit.
  @SuppressWarnings("NullAway.Init")
  private DwarfSection section;

  // read() opens it before any unit.
  @SuppressWarnings("NullAway.Init")
  private Window window;

  private int unitType;
  private long unitId;
  private long unitTypeOffset;
  final ByteColumn sectionColumn = new ByteColumn(0);
  final LongColumn start = new LongColumn(0);
  final LongColumn entriesStart = new LongColumn(0);
  final LongColumn end = new LongColumn(0);
  final ByteColumn version = new ByteColumn(0);
  final ByteColumn offsetSize = new ByteColumn(0);
  final ByteColumn addressSize = new ByteColumn(0);
  final ByteColumn type = new ByteColumn(0);
  final LongColumn abbreviations = new LongColumn(0);
  final LongColumn id = new LongColumn(0);
  final LongColumn typeOffset = new LongColumn(0);

  UnitReader(DwarfSections sections, Diagnostics diagnostics) {
    this.sections = sections;
    this.diagnostics = diagnostics;
  }

  /** Appends the units of a section. */
  void read(DwarfSection of) {
    section = of;
    Bytes bytes = sections.bytes(of);
    window = new Window(bytes, 0, bytes.length());
    long at = 0;
    while (at < bytes.length()) {
      at = start.count() < Limits.MAX_ROWS ? unit(at, bytes.length()) : bytes.length();
    }
  }

  /** Reads the unit at a position and returns where the next one begins. */
  private long unit(long at, long sectionEnd) {
    window.reset(at, sectionEnd);
    TableLength length = TableLength.read(window);
    if (length.isPadding()) {
      return at + 4;
    }
    if (!length.isValid()) {
      refuse(at, length.expected(), (sectionEnd - at) + " bytes that are no such unit");
      return sectionEnd;
    }
    window.reset(length.bodyStart(), length.end());
    header(at, length);
    return length.end();
  }

  private void header(long at, TableLength length) {
    int stated = window.u16();
    if (stated < MIN_VERSION || stated > MAX_VERSION) {
      refuse(at, "version 2 to 5", "version " + stated);
      return;
    }
    boolean isTypes = section == DwarfSection.TYPES;
    unitType = isTypes ? DW_UT_type : DW_UT_compile;
    unitId = 0;
    unitTypeOffset = 0;
    int offsetBytes = length.offsetSize();
    long table;
    int address;
    if (stated >= 5) {
      unitType = window.u8();
      address = window.u8();
      table = window.number(offsetBytes);
    } else {
      table = window.number(offsetBytes);
      address = window.u8();
    }
    if (!readType(offsetBytes) || !Encoding.isAddressSize(address)) {
      refuse(
          at,
          "a unit type of 1 to 6, addresses of 2, 4 or 8 bytes",
          "unit type " + unitType + ", " + address + " bytes");
    } else if (window.isOverrun()) {
      refuse(at, "a unit as long as its header", (length.end() - at) + " bytes");
    } else {
      add(at, length, table, new Encoding(stated, offsetBytes, address));
    }
  }

  /** Reads what only some types of units have; false if the type is not known. */
  private boolean readType(int offsetBytes) {
    switch (unitType) {
      case DW_UT_compile, DW_UT_partial -> {}
      case DW_UT_skeleton, DW_UT_split_compile -> unitId = window.i64();
      case DW_UT_type, DW_UT_split_type -> {
        unitId = window.i64();
        unitTypeOffset = window.number(offsetBytes);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void add(long at, TableLength length, long table, Encoding encoding) {
    sectionColumn.add((byte) section.ordinal());
    start.add(at);
    entriesStart.add(window.position());
    end.add(length.end());
    version.add((byte) encoding.version());
    offsetSize.add((byte) encoding.offsetSize());
    addressSize.add((byte) encoding.addressSize());
    type.add((byte) unitType);
    abbreviations.add(table);
    id.add(unitId);
    typeOffset.add(unitTypeOffset);
  }

  private void refuse(long at, String expected, String found) {
    diagnostics.add(sections.defect(section, at, expected, found));
  }
}
