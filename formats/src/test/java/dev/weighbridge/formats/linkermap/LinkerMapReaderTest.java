package dev.weighbridge.formats.linkermap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Maps of one program by six linkers, row for row as they stand in the files. */
class LinkerMapReaderTest {
  private static LinkerMap map(String name) {
    return LinkerMapReader.read(name, Fixtures.bytes("maps/" + name));
  }

  private static LinkerMap ofText(String text) {
    return LinkerMapReader.read("x.map", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** {@code output address+size type object:section}. */
  private static List<String> rows(LinkerMap map) {
    List<String> rows = new ArrayList<>();
    for (int row = 0; row < map.count(); row++) {
      String object = map.object(row) < 0 ? "" : map.objects().get(map.object(row)).text();
      String output = map.output(row) < 0 ? "-" : map.outputs().get(map.output(row)).name();
      rows.add(
          String.format(
              Locale.ROOT,
              "%s %x+%x %s %s:%s",
              output,
              map.address(row),
              map.size(row),
              map.type(row),
              object,
              map.section(row)));
    }
    return rows;
  }

  @Test
  void readsLld() {
    LinkerMap map = map("lld.map");
    assertThat(map.format()).isEqualTo(LinkerMapFormat.LLD);
    assertThat(map.objects())
        .containsExactly(new LinkedObject("a-elf.o", ""), new LinkedObject("b-elf.o", "libelf.a"));
    assertThat(rows(map))
        .startsWith(
            ".rodata 2001c8+6 MADE :.rodata",
            ".eh_frame 2001d0+2c INPUT a-elf.o:.eh_frame+0x0",
            ".eh_frame 200200+18 INPUT a-elf.o:.eh_frame+0x40",
            ".eh_frame 200218+14 INPUT libelf.a(b-elf.o):.eh_frame+0x18",
            ".text 201240+4 INPUT a-elf.o:.text.callee")
        .contains(".bss 203300+64 INPUT libelf.a(b-elf.o):.bss.big")
        .hasSize(15);
    assertThat(map.symbolCount()).isEqualTo(6);
    assertThat(map.symbolName(1)).isEqualTo("_start");
    assertThat(map.symbolAddress(1)).isEqualTo(0x201250);
  }

  @Test
  void readsGnuLd() {
    LinkerMap map = map("bfd.map");
    assertThat(map.format()).isEqualTo(LinkerMapFormat.GNU_LD);
    assertThat(map.memory()).isEmpty();
    assertThat(rows(map))
        .startsWith(
            ".text 401000+4 INPUT a-elf.o:.text.callee",
            ".text 401004+c FILL :*fill*",
            ".text 401010+2f INPUT a-elf.o:.text._start",
            ".text 40103f+1 FILL :*fill*",
            ".text 401040+16 INPUT libelf.a(b-elf.o):.text.other",
            ".rodata 402000+6 INPUT a-elf.o:.rodata.str1.1");
    assertThat(map.discarded())
        .extracting(LinkerMap.Discarded::section)
        .containsExactly(".text.unused", ".data.keep", ".text.never");
    assertThat(map.discarded().get(2).size()).isEqualTo(6);
    assertThat(map.outputs())
        .contains(new LinkerMap.Output(".bss", 0x403020, 0xa8))
        .contains(new LinkerMap.Output(".rodata", 0x402000, 6));
  }

  @Test
  void readsGold() {
    LinkerMap map = map("gold.map");
    assertThat(map.format()).isEqualTo(LinkerMapFormat.GOLD);
    assertThat(rows(map))
        .startsWith(
            "- 400000+40 MADE :** file header",
            "- 400040+e0 MADE :** segment headers",
            ".text 400120+4 INPUT a-elf.o:.text.callee",
            ".text 400124+c FILL :** fill")
        .contains(".rodata 400176+6 MADE :** merge strings");
    assertThat(map.discarded())
        .extracting(LinkerMap.Discarded::section)
        .containsExactly(".text.unused", ".data.keep", ".text.never");
  }

  @Test
  void readsTheRegionsOfGnuLd() {
    LinkerMap map = LinkerMapReader.read("thumb2.map", Fixtures.bytes("firmware/thumb2.map"));
    assertThat(map.memory())
        .containsExactly(
            new MemoryRegion("FLASH", 0x0800_0000L, 0x80000, "xr"),
            new MemoryRegion("RAM", 0x2000_0000L, 0x20000, "xrw"),
            new MemoryRegion("CCM", 0x1000_0000L, 0x1000, "rw"),
            new MemoryRegion("EXT", 0x9000_0000L, 0x800000, "r"));
    assertThat(rows(map))
        .contains(
            ".text 80001b8+8 MADE :.text.Reset_Handler.__stub",
            ".text 80000d8+2c INPUT fw.o:.text.big_const",
            "._user_heap_stack 20000740+400 FILL :*fill*");
  }

  /** Symbols only, of which each reaches to the next: LLD 14 states no sizes. */
  @Test
  void readsLd64() {
    LinkerMap map = map("ld64lld.map");
    assertThat(map.format()).isEqualTo(LinkerMapFormat.LD64);
    assertThat(rows(map))
        .startsWith(
            "__TEXT,__text 100000460+c INPUT a-macho.o:ltmp0",
            "__TEXT,__text 10000046c+38 INPUT a-macho.o:__start",
            "__TEXT,__text 1000004a4+20 INPUT b-macho.o:ltmp0");
    assertThat(map.discarded())
        .extracting(LinkerMap.Discarded::section)
        .startsWith("_keep", "_never", "_unused");
  }

  /** Apple's linker states sizes. */
  @Test
  void readsSizesOfLd64() {
    LinkerMap map =
        ofText(
            """
            # Path: /a
            # Arch: arm64
            # Object files:
            [  0] linker synthesized
            [  1] /a b/c.o
            # Sections:
            # Address\tSize\tSegment\tSection
            0x1000\t0x40\t__TEXT\t__text
            # Symbols:
            # Address\tSize\tFile\tName
            0x1000\t0x00000010\t[  1] _main
            0x1020\t0x00000020\t[  0] stub helper
            """);
    assertThat(rows(map))
        .containsExactly(
            "__TEXT,__text 1000+10 INPUT /a b/c.o:_main",
            "__TEXT,__text 1020+20 MADE :stub helper");
  }

  @Test
  void readsLink() {
    LinkerMap map = map("lldlink.map");
    assertThat(map.format()).isEqualTo(LinkerMapFormat.LINK);
    assertThat(map.outputs()).first().isEqualTo(new LinkerMap.Output(".text", 0x140001000L, 0x52));
    assertThat(rows(map))
        .startsWith(
            ".text 140001000+10 INPUT a-coff.o:callee",
            ".text 140001010+30 INPUT a-coff.o:_start",
            ".text 140001040+12 INPUT libcoff(b-coff.o):other")
        .contains(".data 140003000+10 INPUT a-coff.o:table")
        .noneMatch(row -> row.contains(":zero") || row.contains(":big"));
    LinkerMap sized = map("lldlink.lldmap");
    assertThat(sized.format()).isEqualTo(LinkerMapFormat.LLD_COFF);
    assertThat(sized.isRelative()).isTrue();
    assertThat(rows(sized))
        .startsWith(
            ".text 1000+4 INPUT a-coff.o:.text",
            ".text 1010+2f INPUT a-coff.o:.text",
            ".text 1040+12 INPUT b-coff.o:.text");
  }

  /** GNU ld and gold write fill down, LLD leaves room; the code is aligned alike. */
  @Test
  void tellsWhatFillIsFor() {
    for (String name : List.of("lld.map", "bfd.map", "gold.map")) {
      LinkerMap map = map(name);
      assertThat(LinkerFill.of(map))
          .filteredOn(fill -> map.outputs().get(fill.output()).name().equals(".text"))
          .extracting(fill -> fill.size() + " before " + map.section(fill.before()))
          .containsExactly("12 before .text._start", "1 before .text.other");
    }
  }

  @Test
  void takesPathsApart() {
    assertThat(LinkedObject.of("/a (1)/lib x.a(m (2).o)"))
        .isEqualTo(new LinkedObject("m (2).o", "/a (1)/lib x.a"));
    assertThat(LinkedObject.of("/a(1)/m.o")).isEqualTo(new LinkedObject("/a(1)/m.o", ""));
  }

  @Test
  void refusesWhatIsNoWholeMap() {
    assertThatThrownBy(() -> ofText(""))
        .hasMessage("x.map: expected a linker map, found an empty file");
    assertThatThrownBy(() -> ofText("{\"a\": 1}\n"))
        .hasMessage(
            "x.map: expected a map of LLD, GNU ld, gold, ld64 or link.exe, found '{\"a\": 1}' at"
                + " its start");
    assertThatThrownBy(() -> ofText("ELF\0\1\2"))
        .hasMessage("x.map: expected a linker map, which is text, found binary data");
    assertThatThrownBy(() -> ofText("Memory Configuration\n\nName Origin\n"))
        .hasMessage(
            "x.map: expected a whole map of GNU ld, found one that ends before 'Linker script and"
                + " memory map'");
    assertThatThrownBy(
            () -> ofText("Archive member included to satisfy reference by file (symbol)\n"))
        .hasMessage(
            "x.map: expected a whole map of GNU ld or gold, found one that ends before its memory"
                + " map");
    assertThatThrownBy(() -> ofText("    VMA   LMA  Size Align Out In Symbol\n"))
        .hasMessage("x.map: expected a whole map of LLD, found one that ends before its rows");
  }

  @Test
  void refusesAMapOfLldThatEndsBehindItsLoadedSections() {
    String text = new String(Fixtures.array("maps/lld.map"), StandardCharsets.UTF_8);
    BinaryFile file =
        FormatRegistry.installed().read("a", Fixtures.bytes("maps/lld.elf"), SideFiles.none());
    assertThat(LinkedMembers.of(file, ofText(text))).isNotNull();
    // In .bss, the last that is loaded, and before the names of sections.
    for (String end : new String[] {"libelf.a(b-elf.o):(.bss.big)", " .shstrtab"}) {
      int at = text.lastIndexOf('\n', text.indexOf(end)) + 1;
      assertThatThrownBy(() -> LinkedMembers.of(file, ofText(text.substring(0, at))))
          .hasMessageContaining("expected the section .shstrtab at its end, found a map that ends");
    }
    assertThatThrownBy(() -> ofText(text.substring(0, text.length() - 1)))
        .hasMessage("x.map: expected a whole map of LLD, found one that ends within a line");
  }

  @Test
  void refusesAMapOfGnuLdThatEndsBeforeItsOutput() {
    for (String name : new String[] {"maps/bfd.map", "firmware/thumb2.map"}) {
      String text = new String(Fixtures.array(name), StandardCharsets.UTF_8);
      assertThat(ofText(text).count()).isPositive();
      assertThatThrownBy(() -> ofText(text.substring(0, text.indexOf("OUTPUT("))))
          .hasMessage(
              "x.map: expected a whole map of GNU ld, found one that ends before 'OUTPUT('");
    }
  }

  @Test
  void readsWhatWindowsWrites() {
    byte[] text = Fixtures.array("maps/lldlink.map");
    String marked = "\ufeff" + new String(text, StandardCharsets.UTF_8);
    LinkerMap map =
        LinkerMapReader.read("x.map", Bytes.of(marked.getBytes(StandardCharsets.UTF_16LE)));
    assertThat(rows(map)).isEqualTo(rows(map("lldlink.map")));
  }
}
