package dev.weighbridge.formats.dwarf;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_comp_dir;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_language;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_name;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_producer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DwarfUnitsTest {
  static List<String> linked() {
    return DwarfFixture.linked();
  }

  /** Compilers write it at most once a file, whatever the unit. */
  private static String line(DwarfFixture fixture, int row) {
    Dwarf dwarf = fixture.dwarf();
    DwarfUnit unit = dwarf.unit(row);
    UnitHeader header = unit.header();
    Attributes root = unit.attributes();
    AbbreviationTables tables = dwarf.abbreviationTables();
    Abbreviations table = tables.at(unit.abbreviations()).orElseThrow();
    String language =
        root.has(DW_AT_language) ? Long.toString(root.valueOr(DW_AT_language, 0)) : "";
    return String.join(
        "|",
        Integer.toString(row),
        dwarf.sections().name(header.section()),
        Long.toString(header.start()),
        Long.toString(header.end()),
        Integer.toString(header.encoding().version()),
        Integer.toString(header.encoding().offsetSize()),
        Integer.toString(unit.tag()),
        text(unit, DW_AT_name),
        text(unit, DW_AT_comp_dir),
        text(unit, DW_AT_producer),
        language,
        unit.splitId() == 0 ? "" : String.format(Locale.ROOT, "%016x", unit.splitId()),
        Long.toString(table.start()),
        Long.toString(table.end()));
  }

  private static String text(DwarfUnit unit, int attribute) {
    return unit.texts().text(unit.text(unit.attributes(), attribute));
  }

  private static List<String> expected(DwarfFixture fixture) {
    List<String> lines = new ArrayList<>();
    for (String line : fixture.truth().part("units")) {
      String[] columns = line.split("\\|", -1);
      columns[6] = Integer.toString(DwarfFixture.constant("DW_TAG_" + columns[6]));
      lines.add(String.join("|", columns));
    }
    return lines;
  }

  private static List<String> actual(DwarfFixture fixture) {
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < fixture.dwarf().units().count(); row++) {
      lines.add(line(fixture, row));
    }
    return lines;
  }

  @ParameterizedTest
  @MethodSource("linked")
  void readsHeadersAndFirstEntries(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    assertThat(actual(fixture)).isEqualTo(expected(fixture)).isNotEmpty();
    assertThat(fixture.dwarf().diagnostics()).isEmpty();
  }

  /** All sections of a package are put together from those of many files. */
  @ParameterizedTest
  @ValueSource(strings = {"split-v4.dwp", "split-v5.dwp"})
  void readsPackages(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    assertThat(actual(fixture)).isEqualTo(expected(fixture)).isNotEmpty();
    assertThat(fixture.dwarf().compileUnitIndex().count()).isEqualTo(4);
    assertThat(fixture.dwarf().diagnostics()).isEmpty();
  }

  /** Names of skeletons are in the split units. */
  @ParameterizedTest
  @ValueSource(strings = {"split-v4", "split-v5"})
  void joinsSkeletonsAndSplitUnits(String name) {
    DwarfFixture program = DwarfFixture.of(name);
    DwarfFixture split = DwarfFixture.of(name + ".dwp");
    UnitIndex index = split.dwarf().compileUnitIndex();
    for (String line : expected(program)) {
      String[] columns = line.split("\\|", -1);
      DwarfUnit skeleton = program.dwarf().unit(Integer.parseInt(columns[0]));
      assertThat(String.format(Locale.ROOT, "%016x", skeleton.splitId())).isEqualTo(columns[11]);
      int row = index.rowOf(skeleton.splitId());
      long start = index.start(row, DwarfSection.INFO);
      DwarfUnit unit =
          split
              .dwarf()
              .unit(split.dwarf().units().unitAt(DwarfSection.INFO, start))
              .withSkeleton(skeleton);
      assertThat(unit.splitId()).isEqualTo(skeleton.splitId());
      assertThat(text(unit, DW_AT_name)).isEqualTo(columns[7]);
      assertThat(text(skeleton, DW_AT_comp_dir)).isEqualTo(columns[8]);
    }
  }

  @Test
  void findsUnitsByPlaceAndSignature() {
    Dwarf dwarf = DwarfFixture.of("cpp-x64-g-types").dwarf();
    DwarfUnits units = dwarf.units();
    for (int row = 0; row < units.count(); row++) {
      assertThat(units.unitAt(units.section(row), units.start(row))).isEqualTo(row);
      assertThat(units.unitAt(units.section(row), units.end(row) - 1)).isEqualTo(row);
      if (units.section(row) == DwarfSection.TYPES) {
        assertThat(dwarf.typeUnit(units.id(row))).isEqualTo(row);
      }
    }
    assertThat(units.unitAt(DwarfSection.INFO, 1L << 40)).isEqualTo(-1);
    assertThat(dwarf.typeUnit(0)).isEqualTo(-1);
  }
}
