package dev.weighbridge.formats.internal.dwarf.bytes;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.debug.AddressMap;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnits;
import dev.weighbridge.formats.dwarf.TableLength;
import dev.weighbridge.formats.dwarf.index.NameIndex;
import dev.weighbridge.formats.dwarf.index.UnitSets;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.internal.dwarf.program.UnitCode;
import dev.weighbridge.formats.problems.Diagnostics;

/** Claims the tables by which units are found, and the call frame records of debuggers. */
final class LookupParts {
  private static final DwarfSection[] SETS = {
    DwarfSection.ARANGES,
    DwarfSection.PUBNAMES,
    DwarfSection.PUBTYPES,
    DwarfSection.GNU_PUBNAMES,
    DwarfSection.GNU_PUBTYPES
  };

  private static final DwarfSection[] INDEXES = {
    DwarfSection.NAMES,
    DwarfSection.GDB_INDEX,
    DwarfSection.CU_INDEX,
    DwarfSection.TU_INDEX,
    DwarfSection.APPLE_NAMES,
    DwarfSection.APPLE_TYPES,
    DwarfSection.APPLE_NAMESPACES,
    DwarfSection.APPLE_OBJC
  };

  private final DwarfProgram program;
  private final DwarfSections sections;
  private final SectionClaims[] claims;
  private final StringUses strings;
  private final Diagnostics diagnostics;

  LookupParts(
      DwarfProgram program, SectionClaims[] claims, StringUses strings, Diagnostics diagnostics) {
    this.program = program;
    this.sections = program.own().sections();
    this.claims = claims;
    this.strings = strings;
    this.diagnostics = diagnostics;
  }

  void claim() {
    for (DwarfSection section : SETS) {
      claimSets(section);
    }
    for (DwarfSection section : INDEXES) {
      claims[section.ordinal()].add(0, sections.bytes(section).length(), DebugBytes.INDEX);
    }
    for (NameIndex index : NameIndex.read(sections, diagnostics)) {
      for (long row = 0; row < index.nameCount(); row++) {
        strings.index(DwarfTexts.offset(index.name(row)));
      }
    }
    if (sections.bytes(DwarfSection.FRAME).length() > 0) {
      claimFrames();
    }
  }

  /** A set says which unit it is of. */
  private void claimSets(DwarfSection section) {
    UnitSets sets = UnitSets.read(sections, section, diagnostics);
    DwarfUnits units = program.own().units();
    for (int set = 0; set < sets.count(); set++) {
      int unit = units.unitAt(DwarfSection.INFO, sets.unit(set));
      if (unit >= 0 && units.start(unit) == sets.unit(set)) {
        claims[section.ordinal()].add(sets.start(set), sets.end(set), unit);
      }
    }
  }

  /** A record is of the unit whose code it is about; those that several share are nobody's. */
  private void claimFrames() {
    AddressMap code = code();
    Bytes bytes = sections.bytes(DwarfSection.FRAME);
    Window window = new Window(bytes, 0, bytes.length());
    long at = 0;
    while (at < bytes.length()) {
      window.reset(at, bytes.length());
      TableLength length = TableLength.read(window);
      if (!length.isValid()) {
        String found = (bytes.length() - at) + " bytes that are no such record";
        diagnostics.add(sections.defect(DwarfSection.FRAME, at, length.expected(), found));
        return;
      }
      window.reset(length.bodyStart(), length.end());
      long id = window.number(length.offsetSize());
      long address = window.number(sections.addressSize());
      boolean isCommon = id == (length.offsetSize() == 8 ? -1 : 0xFFFF_FFFFL);
      int unit = isCommon || window.isOverrun() ? -1 : code.rowAt(address);
      if (unit >= 0) {
        claims[DwarfSection.FRAME.ordinal()].add(at, length.end(), unit);
      }
      at = length.end();
    }
  }

  private AddressMap code() {
    UnitCode code = new UnitCode(program, new Diagnostics());
    AddressMap.Builder map = new AddressMap.Builder();
    for (int row : program.order()) {
      code.claim(row, map);
    }
    return map.build();
  }
}
