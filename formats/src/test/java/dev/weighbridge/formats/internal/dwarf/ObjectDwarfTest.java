package dev.weighbridge.formats.internal.dwarf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.debug.DebugInformation;
import dev.weighbridge.formats.debug.InlineTable;
import dev.weighbridge.formats.debug.LineTable;
import dev.weighbridge.formats.dwarf.Dwarf;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.debug.ElfDwarf;
import dev.weighbridge.formats.macho.MachOFile;
import dev.weighbridge.formats.macho.debug.MachODwarf;
import dev.weighbridge.formats.pe.PeFile;
import dev.weighbridge.formats.pe.debug.PeDwarf;
import dev.weighbridge.formats.testing.Fixtures;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Objects, whose linker has yet to come: file offsets take the part of addresses. Offsets of
 * sections are those of readelf and llvm-objdump, places in them those of llvm-dwarfdump.
 */
class ObjectDwarfTest {
  private static DebugInformation elf(String name) {
    ElfDwarf elf = ElfDwarf.of(ElfFile.of(Fixtures.bytes(name)));
    assertThat(elf.isPresent()).isTrue();
    return DwarfPrograms.of(Dwarf.of(elf.sections()), elf.code(), List.of());
  }

  /** Where each function on its own begins and ends. */
  private static Map<String, String> functions(DebugInformation debug) {
    InlineTable inlines = debug.inlines();
    Map<String, String> found = new TreeMap<>();
    for (int scope = 0; scope < inlines.count(); scope++) {
      if (!inlines.isInlined(scope)) {
        int range = inlines.firstRange(scope);
        assertThat(inlines.firstRange(scope + 1)).isEqualTo(range + 1);
        found.put(
            inlines.functions().name(inlines.function(scope)),
            Long.toHexString(inlines.rangeStart(range))
                + "-"
                + Long.toHexString(inlines.rangeEnd(range)));
      }
    }
    return found;
  }

  @Test
  void ofElf() {
    DebugInformation debug = elf("dwarf/paint-reloc.o");
    assertThat(debug.units().name(0)).isEqualTo("paint.cpp");
    assertThat(debug.units().producer(0)).startsWith("Debian clang version 19.1.7");
    // .text lies at 0x40, those of the two groups at 0x150 and 0x160.
    assertThat(functions(debug))
        .containsOnly(
            Map.entry("stroke", "40-69"),
            Map.entry("same_body_1", "70-77"),
            Map.entry("unused_paint", "80-a6"),
            Map.entry("paint", "b0-147"),
            Map.entry("comdat", "150-15b"),
            Map.entry("twice", "160-165"));
    LineTable lines = debug.lines();
    int row = lines.rowAt(0x40 + 0x16);
    assertThat(lines.line(row)).isEqualTo(6);
    assertThat(lines.column(row)).isEqualTo(100);
    assertThat(lines.sources().path(lines.file(row))).isEqualTo("/home/dev/art/shapes.h");
    assertThat(debug.diagnostics()).isEmpty();
  }

  /** Pairs of relocations say there how far apart two places are. */
  @Test
  void ofRiscV() {
    DebugInformation debug = elf("elf/util-riscv64.o");
    assertThat(debug.units().name(0)).isEqualTo("util.c");
    assertThat(debug.units().code().count()).isEqualTo(1);
    assertThat(debug.units().code().start(0)).isEqualTo(0x40);
    assertThat(debug.units().code().end(0)).isEqualTo(0x40 + 0xf4);
    assertThat(functions(debug))
        .containsOnly(Map.entry("crc32_of", "40-c6"), Map.entry("state_machine", "c6-134"));
    LineTable lines = debug.lines();
    assertThat(lines.runStart(0)).isEqualTo(0x40);
    assertThat(lines.runEnd(lines.runCount() - 1)).isEqualTo(0x40 + 0xf4);
    assertThat(debug.diagnostics()).isEmpty();
  }

  @Test
  void ofMachO() {
    MachOFile file = MachOFile.of(Fixtures.bytes("dwarf/macho-paint.o"));
    MachODwarf macho = MachODwarf.of(file);
    assertThat(macho.isPresent()).isTrue();
    DebugInformation debug = DwarfPrograms.of(Dwarf.of(macho.sections()), macho.code(), List.of());
    long text = file.section("__TEXT", "__text").orElseThrow().offset();
    assertThat(debug.units().name(0)).isEqualTo("paint.cpp");
    assertThat(functions(debug))
        .hasSize(6)
        .containsEntry("stroke", Long.toHexString(text) + "-" + Long.toHexString(text + 0x2c))
        .containsEntry(
            "same_body_1", Long.toHexString(text + 0x2c) + "-" + Long.toHexString(text + 0x3c));
    assertThat(debug.bytes().sections()).contains(".debug_info", ".apple_namespaces");
    assertThat(debug.diagnostics()).isEmpty();
  }

  @Test
  void ofCoff() {
    PeFile file = PeFile.of(Fixtures.bytes("dwarf/pair-coff.obj"));
    PeDwarf pe = PeDwarf.of(file);
    assertThat(pe.isPresent()).isTrue();
    DebugInformation debug = DwarfPrograms.of(Dwarf.of(pe.sections()), pe.code(), List.of());
    long text = file.section(".text").orElseThrow().rawOffset();
    assertThat(debug.units().name(0)).isEqualTo("pair.s");
    assertThat(debug.units().language(0)).isEqualTo("Assembly");
    assertThat(debug.units().code().start(0)).isEqualTo(text);
    assertThat(debug.units().code().end(0)).isEqualTo(text + 6);
    LineTable lines = debug.lines();
    assertThat(lines.line(lines.rowAt(text + 1))).isEqualTo(4);
    assertThat(lines.line(lines.rowAt(text + 5))).isEqualTo(6);
    assertThat(lines.rowAt(text + 6)).isEqualTo(-1);
    assertThat(debug.diagnostics()).isEmpty();
  }
}
