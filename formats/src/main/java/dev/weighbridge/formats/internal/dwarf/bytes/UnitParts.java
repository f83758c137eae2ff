package dev.weighbridge.formats.internal.dwarf.bytes;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_addr_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_macros;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_GNU_ranges_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_addr_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_macro_info;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_macros;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_str_offsets_base;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Window;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.columns.LongIntMap;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.dwarf.DwarfSections;
import dev.weighbridge.formats.dwarf.DwarfTexts;
import dev.weighbridge.formats.dwarf.DwarfUnit;
import dev.weighbridge.formats.dwarf.TableLength;
import dev.weighbridge.formats.dwarf.lines.LineFiles;
import dev.weighbridge.formats.dwarf.lines.LineProgram;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.EnumMap;
import java.util.Map;

/** Claims the parts of other sections that first entries of units refer to. */
final class UnitParts {
  /** Sections whose parts a package tells of. */
  private static final DwarfSection[] PACKAGED = {
    DwarfSection.ABBREV,
    DwarfSection.LINE,
    DwarfSection.LOC,
    DwarfSection.LOCLISTS,
    DwarfSection.RNGLISTS,
    DwarfSection.STR_OFFSETS,
    DwarfSection.MACINFO,
    DwarfSection.MACRO
  };

  /** Parts without a length, each of which ends where the next one begins. */
  private static final class Slices {
    private final LongColumn starts = new LongColumn(0);
    private final IntColumn owners = new IntColumn(0);

    void add(long start, int owner) {
      starts.add(start);
      owners.add(owner);
    }

    void claim(SectionClaims claims, long size) {
      long[] start = starts.freeze();
      int[] order = Order.ascending(start, start.length);
      for (int i = 0; i < order.length; i++) {
        long end = i + 1 < order.length ? start[order[i + 1]] : size;
        claims.add(start[order[i]], end, owners.get(order[i]));
      }
    }
  }

  private final DwarfSections sections;
  private final SectionClaims[] claims;
  private final StringUses strings;
  private final StringUses lineStrings;
  private final Map<DwarfSection, Slices> slices = new EnumMap<>(DwarfSection.class);
  private final LongIntMap linePrograms = new LongIntMap();
  private long tableStart;
  private long tableEnd;

  UnitParts(
      DwarfSections sections, SectionClaims[] claims, StringUses strings, StringUses lineStrings) {
    this.sections = sections;
    this.claims = claims;
    this.strings = strings;
    this.lineStrings = lineStrings;
  }

  /** Claims what a unit refers to, but its lists. */
  void claim(int row, DwarfUnit unit) {
    Attributes root = unit.attributes();
    claimLines(row, unit);
    for (DwarfSection section : PACKAGED) {
      long start = unit.contribution(section);
      claims[section.ordinal()].add(start, start + unit.contributionSize(section), row);
    }
    if (unit.encoding().version() >= 5) {
      int header = unit.encoding().lengthSize() + 4;
      boolean hasNames = root.has(DW_AT_str_offsets_base) || sections.isSplit();
      claimTable(row, DwarfSection.STR_OFFSETS, hasNames ? unit.textOffsetsBase() : -1, header);
      claimTable(row, DwarfSection.ADDR, root.valueOr(DW_AT_addr_base, -1), header);
    } else {
      slice(row, DwarfSection.ADDR, root.valueOr(DW_AT_GNU_addr_base, -1));
      slice(row, DwarfSection.RANGES, root.valueOr(DW_AT_GNU_ranges_base, -1));
    }
    slice(row, DwarfSection.MACINFO, root.valueOr(DW_AT_macro_info, -1));
    slice(row, DwarfSection.MACRO, root.valueOr(DW_AT_macros, root.valueOr(DW_AT_GNU_macros, -1)));
  }

  private void slice(int row, DwarfSection section, long start) {
    if (start >= 0 && !sections.isSplit()) {
      slices.computeIfAbsent(section, s -> new Slices()).add(start, row);
    }
  }

  private void claimTable(int row, DwarfSection section, long base, int header) {
    findTable(section, base, header);
    claims[section.ordinal()].add(tableStart, tableEnd, row);
  }

  /**
   * Finds a table of version 5 by where its entries begin; see {@link #tableStart}.
   *
   * @param base where its entries begin, -1 if it is not stated
   * @param header bytes in front of them
   */
  void findTable(DwarfSection section, long base, int header) {
    Bytes bytes = sections.bytes(section);
    tableStart = base - header;
    tableEnd = tableStart;
    if (base >= header && tableStart < bytes.length()) {
      Window window = new Window(bytes, tableStart, bytes.length());
      TableLength length = TableLength.read(window);
      tableEnd = length.isValid() ? length.end() : tableStart;
    }
  }

  /** First byte of the table found. */
  long tableStart() {
    return tableStart;
  }

  /** End of the table found, exclusive; its start if there is none. */
  long tableEnd() {
    return tableEnd;
  }

  /** The first unit that names a line program owns it, and uses the names in it. */
  private void claimLines(int row, DwarfUnit unit) {
    long start = unit.lineProgram();
    Bytes bytes = sections.bytes(DwarfSection.LINE);
    if (start < 0 || start >= bytes.length() || linePrograms.putIfAbsent(start, row) >= 0) {
      return;
    }
    Window window = new Window(bytes, start, bytes.length());
    TableLength length = TableLength.read(window);
    if (!length.isValid()) {
      return;
    }
    claims[DwarfSection.LINE.ordinal()].add(start, length.end(), row);
    // Who reads the lines tells what is wrong with a program.
    LineProgram.of(unit, new Diagnostics()).ifPresent(lines -> useNames(row, lines.files()));
  }

  private void useNames(int row, LineFiles files) {
    for (int directory = 0; directory < files.directoryCount(); directory++) {
      useName(row, files.directory(directory));
    }
    for (int file = files.first(); file < files.end(); file++) {
      useName(row, files.name(file));
    }
  }

  private void useName(int row, long name) {
    if (name == DwarfTexts.NONE || DwarfTexts.isSupplementary(name)) {
      return;
    }
    switch (DwarfTexts.section(name)) {
      case LINE_STR -> lineStrings.use(DwarfTexts.offset(name), row);
      case STR -> strings.use(DwarfTexts.offset(name), row);
      default -> {}
    }
  }

  /** Claims the parts that end where others begin, once all units are known. */
  void claimSlices() {
    slices.forEach(
        (section, parts) ->
            parts.claim(claims[section.ordinal()], sections.bytes(section).length()));
  }
}
