package dev.weighbridge.formats.internal.dwarf.bytes;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_loclists_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_rnglists_base;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.DebugBytes;
import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.UnitHeader;
import dev.weighbridge.formats.internal.dwarf.program.DwarfProgram;
import dev.weighbridge.formats.problems.Diagnostics;

/**
 * Tells whose the bytes of the debug sections of a program's own file are: each unit claims what it
 * refers to, the first one what several share.
 */
public final class ByteFacts {
  private final DwarfProgram program;
  private final DwarfSections sections;
  private final Diagnostics diagnostics;

  /** By the ordinal of their section. */
  private final SectionClaims[] claims = new SectionClaims[DwarfSection.values().length];

  private final StringUses strings = new StringUses();
  private final StringUses lineStrings = new StringUses();
  private final AbbreviationTables tables;
  private final UnitParts parts;
  private final ListClaims ranges;
  private final ListClaims rangeLists;
  private final ListClaims locations;
  private final ListClaims locationLists;

  public ByteFacts(DwarfProgram program, Diagnostics diagnostics) {
    this.program = program;
    this.sections = program.own().sections();
    this.diagnostics = diagnostics;
    this.tables = program.own().abbreviationTables();
    for (int section = 0; section < claims.length; section++) {
      claims[section] = new SectionClaims();
    }
    ranges = lists(DwarfSection.RANGES);
    rangeLists = lists(DwarfSection.RNGLISTS);
    locations = lists(DwarfSection.LOC);
    locationLists = lists(DwarfSection.LOCLISTS);
    parts = new UnitParts(sections, claims, strings, lineStrings);
  }

  private ListClaims lists(DwarfSection section) {
    return new ListClaims(sections.bytes(section), claims[section.ordinal()]);
  }

  public DebugBytes read() {
    if (program.isCompanion()) {
      return new DebugBytes.Builder().build();
    }
    EntryUses entries = new EntryUses(tables, strings, lineStrings, diagnostics);
    for (int row : program.order()) {
      DwarfUnit unit = program.unit(row);
      UnitHeader header = unit.header();
      claims[header.section().ordinal()].add(header.start(), header.end(), row);
      tables
          .at(unit.abbreviations())
          .ifPresent(t -> claims[DwarfSection.ABBREV.ordinal()].add(t.start(), t.end(), row));
      parts.claim(row, unit);
      boolean isNew = unit.encoding().version() >= 5;
      ListClaims ofRanges = isNew ? rangeLists : ranges;
      ListClaims ofLocations = isNew ? locationLists : locations;
      open(ofRanges, unit, DwarfSection.RNGLISTS, DW_AT_rnglists_base);
      open(ofLocations, unit, DwarfSection.LOCLISTS, DW_AT_loclists_base);
      entries.read(row, unit, ofRanges, ofLocations);
      ofRanges.claim(row);
      ofLocations.claim(row);
    }
    parts.claimSlices();
    new LookupParts(program, claims, strings, diagnostics).claim();
    return tile();
  }

  private void open(ListClaims lists, DwarfUnit unit, DwarfSection section, int baseAttribute) {
    boolean isNew = unit.encoding().version() >= 5;
    long base = isNew ? unit.attributes().valueOr(baseAttribute, -1) : -1;
    parts.findTable(section, base, unit.encoding().lengthSize() + 8);
    lists.open(parts.tableStart(), parts.tableEnd());
  }

  private DebugBytes tile() {
    DebugBytes.Builder tiles = new DebugBytes.Builder();
    for (DwarfSection section : DwarfSection.values()) {
      Bytes bytes = sections.bytes(section);
      if (bytes.length() == 0) {
        continue;
      }
      tiles.section(sections.name(section), sections.parts(section));
      switch (section) {
        case STR -> strings.tile(tiles, bytes);
        case LINE_STR -> lineStrings.tile(tiles, bytes);
        case LOC, LOCLISTS, RNGLISTS -> claims[section.ordinal()].tile(tiles, bytes.length(), true);
        default -> claims[section.ordinal()].tile(tiles, bytes.length(), false);
      }
    }
    return tiles.build();
  }
}
