package dev.weighbridge.formats.internal.dwarf.bytes;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_data_member_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_frame_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_ranges;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_return_addr;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_segment;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_static_link;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_string_length;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_use_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_vtable_elem_location;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_GNU_str_index;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data4;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_data8;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_indirect;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_line_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_loclistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_rnglistx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_sec_offset;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strp;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx1;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx2;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx3;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_FORM_strx4;

import dev.weighbridge.formats.dwarf.AbbreviationTables;
import dev.weighbridge.formats.dwarf.Abbreviations;
import dev.weighbridge.formats.dwarf.AttributeChoice;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.EntryCursor;
import dev.weighbridge.formats.dwarf.lists.LocationCursor;
import dev.weighbridge.formats.dwarf.lists.RangeCursor;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what the entries of units use of other sections: names and lists. */
final class EntryUses {
  private final AbbreviationTables tables;
  private final StringUses strings;
  private final StringUses lineStrings;
  private final Diagnostics diagnostics;

  // read() fills this and what follows for each unit.
  @SuppressWarnings("NullAway.Init")
  private DwarfUnit unit;

  private int row;

  @SuppressWarnings("NullAway.Init")
  private RangeCursor ranges;

  @SuppressWarnings("NullAway.Init")
  private LocationCursor locations;

  @SuppressWarnings("NullAway.Init")
  private ListClaims rangeLists;

  @SuppressWarnings("NullAway.Init")
  private ListClaims locationLists;

  private @Nullable AttributeChoice choice;
  private boolean[] isUser = new boolean[0];

  EntryUses(
      AbbreviationTables tables,
      StringUses strings,
      StringUses lineStrings,
      Diagnostics diagnostics) {
    this.tables = tables;
    this.strings = strings;
    this.lineStrings = lineStrings;
    this.diagnostics = diagnostics;
  }

  /**
   * Goes over the entries of a unit.
   *
   * @param ofRanges where its range lists are noted, open
   * @param ofLocations where its location lists are noted, open
   */
  void read(int unitRow, DwarfUnit of, ListClaims ofRanges, ListClaims ofLocations) {
    unit = of;
    row = unitRow;
    ranges = new RangeCursor(of);
    locations = new LocationCursor(of);
    rangeLists = ofRanges;
    locationLists = ofLocations;
    EntryCursor entry = of.entries(tables);
    Optional<Abbreviations> table = tables.at(of.abbreviations());
    if (table.isPresent()) {
      walk(entry, choice(table.get()));
    } else {
      // A cursor without a table has a defect and no entry.
      entry.next();
    }
    entry.defect().ifPresent(diagnostics::add);
  }

  private void walk(EntryCursor entry, AttributeChoice of) {
    while (entry.next()) {
      if (isUser[entry.abbreviation()]) {
        use(entry.attributes(of));
      }
    }
  }

  /** Most entries have a name or a list; the others are passed over. */
  private AttributeChoice choice(Abbreviations of) {
    AttributeChoice known = choice;
    if (known == null || !known.isOf(of, unit.encoding())) {
      known = AttributeChoice.of(of, unit.encoding(), EntryUses::isUse);
      choice = known;
      isUser = new boolean[of.count()];
      for (int i = 0; i < isUser.length; i++) {
        isUser[i] = known.hasAny(i);
      }
    }
    return known;
  }

  private static boolean isUse(int name, int form) {
    return switch (form) {
      case DW_FORM_strp,
          DW_FORM_line_strp,
          DW_FORM_strx,
          DW_FORM_strx1,
          DW_FORM_strx2,
          DW_FORM_strx3,
          DW_FORM_strx4,
          DW_FORM_GNU_str_index,
          DW_FORM_sec_offset,
          DW_FORM_rnglistx,
          DW_FORM_loclistx,
          DW_FORM_indirect ->
          true;
      case DW_FORM_data4, DW_FORM_data8 -> name == DW_AT_ranges || mayBeLocation(name);
      default -> false;
    };
  }

  private void use(Attributes entry) {
    for (int i = 0; i < entry.count(); i++) {
      int form = entry.form(i);
      switch (form) {
        case DW_FORM_strp -> strings.use(entry.value(i), row);
        case DW_FORM_line_strp -> lineStrings.use(entry.value(i), row);
        case DW_FORM_strx,
            DW_FORM_strx1,
            DW_FORM_strx2,
            DW_FORM_strx3,
            DW_FORM_strx4,
            DW_FORM_GNU_str_index ->
            useIndexed(unit.text(form, entry.value(i)));
        case DW_FORM_sec_offset, DW_FORM_data4, DW_FORM_data8, DW_FORM_rnglistx, DW_FORM_loclistx ->
            useList(entry.name(i), form, entry.value(i));
        default -> {}
      }
    }
  }

  private void useIndexed(long name) {
    if (name != DwarfTexts.NONE) {
      strings.use(DwarfTexts.offset(name), row);
    }
  }

  private void useList(int name, int form, long value) {
    if (name == DW_AT_ranges || form == DW_FORM_rnglistx) {
      if (ranges.open(form, value) && rangeLists.isWanted(ranges.listStart())) {
        while (ranges.next()) {
          // To its end.
        }
        rangeLists.add(ranges.listStart(), ranges.position());
      }
    } else if (mayBeLocation(name) || form == DW_FORM_loclistx) {
      if (locations.open(form, value) && locationLists.isWanted(locations.listStart())) {
        while (locations.next()) {
          // To its end.
        }
        locationLists.add(locations.listStart(), locations.position());
      }
    }
  }

  /** Whether an attribute may name a location list. DWARF 5, 7.5.4, class loclist. */
  private static boolean mayBeLocation(int name) {
    return switch (name) {
      case DW_AT_location,
          DW_AT_string_length,
          DW_AT_return_addr,
          DW_AT_data_member_location,
          DW_AT_frame_base,
          DW_AT_segment,
          DW_AT_static_link,
          DW_AT_use_location,
          DW_AT_vtable_elem_location ->
          true;
      default -> false;
    };
  }
}
