package dev.weighbridge.formats.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryCursorTest {
  static List<String> linked() {
    return DwarfFixture.linked();
  }

  private static List<String> entries(Dwarf dwarf, int deepest, boolean readsAll) {
    List<String> lines = new ArrayList<>();
    AbbreviationTables tables = dwarf.abbreviationTables();
    for (int row = 0; row < dwarf.units().count(); row++) {
      DwarfUnit unit = dwarf.unit(row);
      EntryCursor entry = unit.entries(tables);
      while (entry.next()) {
        lines.add(entry.depth() + " " + Long.toHexString(entry.offset()) + " " + entry.tag());
        if (readsAll) {
          boolean hasAny = entry.attributes().count() > 0;
          assertThat(hasAny).isEqualTo(count(tables, unit, entry) > 0);
        }
        if (entry.depth() >= deepest) {
          entry.skipChildren();
        }
      }
      assertThat(entry.defect()).isEmpty();
    }
    return lines;
  }

  private static int count(AbbreviationTables tables, DwarfUnit unit, EntryCursor entry) {
    Abbreviations table = tables.at(unit.abbreviations()).orElseThrow();
    int row = entry.abbreviation();
    return table.firstAttribute(row + 1) - table.firstAttribute(row);
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-x64-g-dwarf2", "cpp-x64-g-types", "mixed-versions"})
  void walksOverAllEntries(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    List<String> expected = new ArrayList<>();
    for (String line : fixture.truth().part("entries")) {
      String[] columns = line.split(" ", -1);
      // binutils shorten two of them.
      String tag = columns[3].replaceAll("_param$", "_parameter");
      expected.add(columns[0] + " " + columns[1] + " " + DwarfFixture.constant(tag));
    }
    assertThat(entries(fixture.dwarf(), Integer.MAX_VALUE, false)).isEqualTo(expected);
    assertThat(entries(fixture.dwarf(), Integer.MAX_VALUE, true)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("linked")
  void countsTheEntriesOfAllFiles(String name) {
    DwarfFixture fixture = DwarfFixture.of(name);
    List<String> all = entries(fixture.dwarf(), Integer.MAX_VALUE, true);
    assertThat(fixture.truth().part("entries count")).containsExactly(all.size() + "");
  }

  /** Some entries say where their next sibling is, others do not. */
  @ParameterizedTest
  @MethodSource("linked")
  void passesOverChildren(String name) {
    Dwarf dwarf = DwarfFixture.of(name).dwarf();
    for (int deepest = 0; deepest < 4; deepest++) {
      int limit = deepest;
      List<String> expected = new ArrayList<>(entries(dwarf, Integer.MAX_VALUE, false));
      expected.removeIf(line -> Integer.parseInt(line.split(" ", -1)[0]) > limit);
      assertThat(entries(dwarf, deepest, false)).isEqualTo(expected);
      assertThat(entries(dwarf, deepest, true)).isEqualTo(expected);
    }
  }

  /** Between an entry and the next there are only the zeros that end lists of children. */
  @ParameterizedTest
  @ValueSource(strings = {"c-x64-g-dwarf2", "mixed-versions", "app-full-v5-v0-zlib"})
  void tellsWhereEachEntryEnds(String name) {
    Dwarf dwarf = DwarfFixture.of(name).dwarf();
    AbbreviationTables tables = dwarf.abbreviationTables();
    for (int row = 0; row < dwarf.units().count(); row++) {
      DwarfUnit unit = dwarf.unit(row);
      Bytes section = dwarf.sections().bytes(unit.header().section());
      EntryCursor entry = unit.entries(tables);
      EntryCursor skipping = unit.entries(tables);
      long before = unit.header().entriesStart();
      while (entry.next()) {
        skipping.moveTo(entry.offset());
        assertThat(skipping.next()).isTrue();
        skipping.skipChildren();
        assertThat(skipping.end()).isEqualTo(entry.end()).isGreaterThan(entry.offset());
        for (long zero = before; zero < entry.offset(); zero++) {
          assertThat(section.u8(zero)).isZero();
        }
        before = entry.end();
      }
      assertThat(before).isLessThanOrEqualTo(unit.header().end());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"c-x64-g-dwarf2", "app-full-v5-v0-zlib"})
  void movesToAnyEntry(String name) {
    Dwarf dwarf = DwarfFixture.of(name).dwarf();
    DwarfUnit unit = dwarf.unit(0);
    AbbreviationTables tables = dwarf.abbreviationTables();
    EntryCursor entry = unit.entries(tables);
    EntryCursor other = unit.entries(tables);
    while (entry.next()) {
      other.moveTo(entry.offset());
      assertThat(other.next()).isTrue();
      assertThat(other.offset()).isEqualTo(entry.offset());
      assertThat(other.tag()).isEqualTo(entry.tag());
      assertThat(other.attributes().count()).isEqualTo(entry.attributes().count());
    }
    other.moveTo(unit.header().end());
    assertThat(other.next()).isFalse();
  }
}
