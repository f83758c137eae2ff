package dev.weighbridge.formats.dwarf.lists;

import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_addr_base;
import static dev.weighbridge.formats.dwarf.DwarfConstants.DW_AT_str_offsets_base;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.dwarf.Attributes;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfFixture;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.problems.Diagnostics;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ListTablesTest {
  private final Diagnostics diagnostics = new Diagnostics();

  private ListTables tables(Dwarf dwarf, DwarfSection section) {
    return ListTables.read(dwarf.sections(), section, diagnostics);
  }

  /** Lengths as llvm-dwarfdump prints them, and four bytes for the length itself. */
  @Test
  void readsHeaders() {
    Dwarf dwarf = DwarfFixture.of("tomb-lld-v5").dwarf();
    ListTables addresses = tables(dwarf, DwarfSection.ADDR);
    assertThat(addresses.count()).isEqualTo(4);
    assertThat(addresses.end(0) - addresses.start(0)).isEqualTo(0x78);
    assertThat(addresses.end(1) - addresses.start(1)).isEqualTo(0x68);
    ListTables ranges = tables(dwarf, DwarfSection.RNGLISTS);
    assertThat(ranges.end(0)).isEqualTo(0x31);
    assertThat(ranges.offsetCount(0)).isEqualTo(2);
    assertThat(ranges.entriesStart(0)).isEqualTo(12);
    assertThat(diagnostics.list()).isEmpty();
  }

  private static Set<Long> starts(ListTables tables) {
    Set<Long> starts = new TreeSet<>();
    for (int table = 0; table < tables.count(); table++) {
      starts.add(tables.entriesStart(table));
    }
    return starts;
  }

  @Test
  void unitsCountFromThem() {
    for (String name : new String[] {"tomb-lld-v5", "dwarf64-clang", "app-full-v5-v0-zlib"}) {
      Dwarf dwarf = DwarfFixture.of(name).dwarf();
      Set<Long> names = starts(tables(dwarf, DwarfSection.STR_OFFSETS));
      Set<Long> addresses = starts(tables(dwarf, DwarfSection.ADDR));
      for (int row = 0; row < dwarf.units().count(); row++) {
        Attributes root = dwarf.unit(row).attributes();
        if (root.has(DW_AT_str_offsets_base)) {
          assertThat(names).contains(root.valueOr(DW_AT_str_offsets_base, -1));
        }
        if (root.has(DW_AT_addr_base)) {
          assertThat(addresses).contains(root.valueOr(DW_AT_addr_base, -1));
        }
      }
    }
    assertThat(diagnostics.list()).isEmpty();
  }
}
