package dev.weighbridge.formats.dwarf.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.dwarf.DwarfFixture;
import dev.weighbridge.formats.dwarf.DwarfSection;
import dev.weighbridge.formats.problems.Diagnostics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What readelf and llvm-dwarfdump print of the same tables. */
class IndexTest {
  private final Diagnostics diagnostics = new Diagnostics();

  @AfterEach
  void nothingIsWrong() {
    assertThat(diagnostics.list()).isEmpty();
  }

  @Test
  void readsAddressRanges() {
    Dwarf dwarf = DwarfFixture.of("tomb-bfd-gcc").dwarf();
    AddressRanges ranges = AddressRanges.read(dwarf.sections(), diagnostics);
    UnitSets sets = ranges.sets();
    assertThat(sets.count()).isEqualTo(4);
    assertThat(sets.end(0)).isEqualTo(128);
    assertThat(sets.unit(1)).isEqualTo(0x514);
    assertThat(sets.unit(2)).isEqualTo(0x96a);
    assertThat(ranges.address(5)).isEqualTo(0x401050);
    assertThat(ranges.length(5)).isEqualTo(0x7c);
    assertThat(ranges.address(6)).isEqualTo(0x4010d0);
    assertThat(ranges.set(5)).isZero();
    assertThat(ranges.set(6)).isEqualTo(1);
    // What the linker dropped stays, at address 0.
    assertThat(ranges.address(4)).isZero();
    assertThat(ranges.length(4)).isEqualTo(0x22);
  }

  @Test
  void readsTheIndexOfNames() {
    Dwarf dwarf = DwarfFixture.of("debugnames-lld").dwarf();
    NameIndex index = NameIndex.read(dwarf.sections(), diagnostics).get(0);
    assertThat(index.end()).isEqualTo(0x5d9);
    assertThat(index.unitCount()).isEqualTo(4);
    assertThat(index.unit(3)).isEqualTo(0x698);
    assertThat(index.typeUnitCount()).isZero();
    assertThat(index.nameCount()).isEqualTo(48);
    assertThat(dwarf.texts().text(index.name(0))).isEqualTo("checksum");
    assertThat(dwarf.texts().text(index.name(1))).isEqualTo("Brush");
    assertThat(index.entries(0)).isBetween(index.entryPoolStart(), index.end());
  }

  @Test
  void readsTheIndexOfGdb() {
    Dwarf dwarf = DwarfFixture.of("gdbindex-lld").dwarf();
    GdbIndex index = GdbIndex.read(dwarf.sections(), diagnostics).orElseThrow();
    assertThat(index.version()).isEqualTo(7);
    assertThat(index.unitCount()).isEqualTo(4);
    assertThat(index.unitsStart()).isEqualTo(0x18);
    assertThat(index.addressesStart()).isEqualTo(0x58);
    // Ten rows of twenty bytes.
    assertThat(index.symbolsStart()).isEqualTo(0x58 + 200);
    Bytes bytes = dwarf.sections().bytes(DwarfSection.GDB_INDEX);
    assertThat(index.end()).isEqualTo(bytes.length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"split-v4", "split-v5"})
  void readsPublicNames(String name) {
    Dwarf dwarf = DwarfFixture.of(name).dwarf();
    PublicNames names = PublicNames.read(dwarf.sections(), DwarfSection.GNU_PUBNAMES, diagnostics);
    assertThat(names.count()).isEqualTo(27);
    assertThat(names.sets().unit(0)).isZero();
    assertThat(names.sets().end(0)).isEqualTo(0x99);
    assertThat(dwarf.texts().text(names.name(0))).isEqualTo("clampi");
    assertThat(dwarf.texts().text(names.name(5))).isEqualTo("art::Brush::stroke");
    assertThat(names.entry(1)).isEqualTo(0x30);
    assertThat(PublicNames.read(dwarf.sections(), DwarfSection.GNU_PUBTYPES, diagnostics).count())
        .isEqualTo(17);
  }

  @Test
  void readsTablesOfApple() {
    Dwarf none = DwarfFixture.of("tomb-lld-v5").dwarf();
    assertThat(AppleTable.read(none.sections(), DwarfSection.APPLE_NAMES, diagnostics)).isEmpty();
    assertThat(GdbIndex.read(none.sections(), diagnostics)).isEmpty();
    assertThat(NameIndex.read(none.sections(), diagnostics)).isEmpty();
  }
}
