package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.ElfConstants.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.Diagnostic;
import dev.weighbridge.formats.MalformedBinaryException;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files as no fixture has them: each oddity written by hand. */
class ElfOddFilesTest {
  static Stream<Arguments> forms() {
    return Stream.of(true, false)
        .flatMap(
            wide ->
                Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                    .map(order -> Arguments.of(wide, order)));
  }

  private static byte[] joined(byte[]... parts) {
    ByteWriter all = new ByteWriter();
    for (byte[] part : parts) {
      all.raw(part);
    }
    return all.array();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsEachWidthAndByteOrder(boolean is64Bit, ByteOrder order) {
    OddElf writer = new OddElf(is64Bit, order).file(ET_EXEC, EM_S390);
    byte[] names = "\0outer\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    writer.section(".strtab", SHT_STRTAB, names);
    byte[] rows = joined(writer.symbol(0, 0, 0, 0, 0), writer.symbol(1, 0x12, 1, 0x1234, 56));
    writer.section(".symtab", SHT_SYMTAB, rows).linked(1, 1).rowsOf(rows.length / 2);
    writer.segment(PT_LOAD, PF_R | PF_X, 0, 0x1000, 64, 128);
    ElfFile elf = ElfFile.of(writer.bytes());
    assertThat(elf.header().is64Bit()).isEqualTo(is64Bit);
    assertThat(elf.header().machineName()).isEqualTo(is64Bit ? "s390x" : "s390");
    assertThat(elf.programHeaders())
        .singleElement()
        .satisfies(s -> assertThat(s.permissions()).isEqualTo("rx"))
        .satisfies(s -> assertThat(s.memorySize()).isEqualTo(128));
    ElfSymbol symbol = elf.symbolTable().row(1);
    assertThat(symbol.name()).isEqualTo("outer");
    assertThat(symbol.value()).isEqualTo(0x1234);
    assertThat(symbol.memorySize()).isEqualTo(56);
    assertThat(symbol.type()).isEqualTo(STT_FUNC);
    assertThat(symbol.binding()).isEqualTo(STB_GLOBAL);
    assertThat(symbol.fileEnd() - symbol.fileStart()).isEqualTo(rows.length / 2);
    assertThat(elf.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsCountsFromSectionZero(boolean is64Bit, ByteOrder order) {
    OddElf writer = new OddElf(is64Bit, order).countsInSectionZero();
    writer.section("one", SHT_PROGBITS, new byte[4]);
    writer.segment(PT_LOAD, PF_R, 0, 0, 4, 4).segment(PT_NOTE, PF_R, 0, 0, 0, 0);
    ElfFile elf = ElfFile.of(writer.bytes());
    assertThat(elf.sections()).extracting(ElfSection::name).containsExactly("", "one", ".shstrtab");
    assertThat(elf.programHeaders())
        .extracting(ElfProgramHeader::typeName)
        .containsExactly("LOAD", "NOTE");
    assertThat(elf.diagnostics()).isEmpty();
  }

  /** 65,300 sections: their count, the name table and a symbol's section do not fit 16 bits. */
  @Test
  void readsMoreSectionsThanSixteenBitsCount() {
    OddElf writer = new OddElf();
    for (int i = 0; i < 65_300; i++) {
      writer.section("s" + i % 10, SHT_NOBITS, new byte[0]);
    }
    byte[] rows = joined(writer.symbol(0, 0, 0, 0, 0), writer.symbol(0, 1, 0xFFFF, 7, 0));
    writer.section(".symtab", SHT_SYMTAB, rows).linked(65_303, 1).rowsOf(24);
    byte[] extended = writer.content().u32(0).u32(65_299).array();
    writer.section(".symtab_shndx", SHT_SYMTAB_SHNDX, extended).linked(65_301, 0).rowsOf(4);
    ElfFile elf = ElfFile.of(writer.bytes());
    assertThat(elf.sections()).hasSize(65_304);
    assertThat(elf.sections().get(65_299).name()).isEqualTo("s8");
    assertThat(elf.symbolTable().section(1)).isEqualTo(65_299);
    assertThat(elf.diagnostics()).isEmpty();
  }

  @Test
  void keepsReservedSectionNumbersApart() {
    OddElf writer = new OddElf();
    byte[] rows =
        joined(
            writer.symbol(0, 0, 0, 0, 0),
            writer.symbol(0, 0, SHN_ABS, 1, 0),
            writer.symbol(0, 0, SHN_COMMON, 2, 0),
            writer.symbol(0, 0, 0xFF02, 3, 0));
    writer.section(".symtab", SHT_SYMTAB, rows).linked(2, 1);
    ElfSymbolTable symbols = ElfFile.of(writer.bytes()).symbolTable();
    assertThat(symbols.isUndefined(0)).isTrue();
    assertThat(symbols.isAbsolute(1)).isTrue();
    assertThat(symbols.isCommon(2)).isTrue();
    assertThat(symbols.section(3)).isEqualTo(0xFF02 - 0x10000);
  }

  @Test
  void sharesNamesAndSurvivesAMissingNul() {
    OddElf writer = new OddElf();
    byte[] names = "\0foobar\0tail".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    writer.section(".strtab", SHT_STRTAB, names);
    byte[] rows =
        joined(
            writer.symbol(0, 0, 0, 0, 0),
            writer.symbol(4, 0, 1, 0, 0),
            writer.symbol(8, 0, 1, 0, 0),
            writer.symbol(1, 0, 1, 0, 0),
            writer.symbol(1, 0, 1, 0, 0),
            writer.symbol(99, 0, 1, 0, 0));
    writer.section(".symtab", SHT_SYMTAB, rows).linked(1, 1);
    ElfSymbolTable symbols = ElfFile.of(writer.bytes()).symbolTable();
    assertThat(symbols.stream().map(ElfSymbol::name))
        .containsExactly("", "bar", "tail", "foobar", "foobar", "");
    assertThat(symbols.firstNameUsers()).containsExactly(3, 2);
  }

  @Test
  void clipsWhatReachesOverTheEnd() {
    OddElf writer = new OddElf();
    writer.section("big", SHT_PROGBITS, new byte[4]).claiming(64, 1L << 40);
    writer.section("away", SHT_PROGBITS, new byte[4]).claiming(1L << 40, 8);
    writer.section("wrap", SHT_PROGBITS, new byte[4]).claiming(-8, 16);
    writer.section("huge", SHT_PROGBITS, new byte[4]).claiming(64, -1);
    ElfFile elf = ElfFile.of(writer.bytes());
    long length = elf.bytes().length();
    assertThat(elf.sections().subList(1, 5))
        .extracting(s -> elf.content(s).length())
        .containsExactly(length - 64, 0L, 0L, length - 64);
  }

  @Test
  void refusesOnlyWhatHasNoHeader() {
    byte[] file = new OddElf().array();
    for (int length = 0; length < 64; length++) {
      Bytes cut = Bytes.of(Arrays.copyOf(file, length));
      assertThatThrownBy(() -> ElfFile.of(cut)).isInstanceOf(MalformedBinaryException.class);
    }
    assertThat(ElfFile.of(Bytes.of(Arrays.copyOf(file, 64))).sections()).isEmpty();
    file[EI_CLASS] = 3;
    assertThatThrownBy(() -> ElfFile.of(Bytes.of(file)))
        .hasMessage("elf.e_ident[EI_CLASS] at 0x4: expected 1 (32-bit) or 2 (64-bit), found 3");
  }

  @Test
  void saysHowManyHeadersAreMissing() {
    byte[] file = new OddElf().array();
    ElfFile elf = ElfFile.of(Bytes.of(Arrays.copyOf(file, file.length - 1)));
    assertThat(elf.sections()).hasSize(1);
    assertThat(elf.diagnostics())
        .extracting(Diagnostic::sentence)
        .containsExactly(
            "elf.shdr at 0x50: expected 2 rows, found 1 inside the file",
            "elf.e_shstrndx: expected below 1, found 1");
  }

  /** Ten thousand tables over the same bytes must not cost ten thousand times their rows. */
  @Test
  void readsOverlappingTablesOnlyAsFarAsTheFileHasRoom() {
    OddElf writer = new OddElf();
    writer.section("data", SHT_PROGBITS, new byte[200_000]);
    for (int i = 0; i < 10_000; i++) {
      writer.section("r", SHT_RELA, new byte[0]).claiming(64, 200_000).linked(0, 1).rowsOf(24);
      writer.section("n", SHT_NOTE, new byte[0]).claiming(64, 200_000);
      writer.section("g", SHT_GROUP, new byte[0]).claiming(64, 200_000).rowsOf(4);
    }
    ElfFile elf = ElfFile.of(writer.bytes());
    long length = elf.bytes().length();
    int rows = elf.relocations().stream().mapToInt(ElfRelocations::count).sum();
    assertThat(rows).isLessThanOrEqualTo((int) (length / 4));
    assertThat(elf.groups().stream().mapToInt(g -> g.members().size()).sum())
        .isLessThanOrEqualTo((int) (length / 4));
    assertThat(elf.notes().size()).isLessThanOrEqualTo((int) (length / 12));
  }

  @Test
  void readsPackedRelocationsOnlyAsFarAsTheFileHasRoom() {
    OddElf writer = new OddElf().file(ET_DYN, EM_X86_64);
    ByteWriter words = writer.content().u64(0x1000);
    for (int i = 0; i < 50_000; i++) {
      words.u64(-1);
    }
    writer.section(".relr.dyn", SHT_RELR, words.array()).rowsOf(8);
    ElfFile elf = ElfFile.of(writer.bytes());
    ElfRelocations table = elf.relocations().get(0);
    assertThat(table.count()).isEqualTo((int) (elf.bytes().length() / 4));
    assertThat(table.place(0)).isEqualTo(0x1000);
    assertThat(table.place(1)).isEqualTo(0x1008);
    assertThat(table.place(63)).isEqualTo(0x1000 + 63 * 8);
    assertThat(table.place(64)).isEqualTo(0x1000 + 64 * 8);
    assertThat(table.fileStart(64) - table.fileStart(0)).isEqualTo(16);
  }

  /** A section name table of one megabyte without a NUL, and a section at each byte of it. */
  @Test
  void spendsNoMoreOnSectionNamesThanTheirTableIsWorth() {
    OddElf writer = new OddElf();
    byte[] letters = new byte[1 << 20];
    Arrays.fill(letters, (byte) 'x');
    writer.section("letters", SHT_STRTAB, letters);
    for (int i = 0; i < 3_000; i++) {
      writer.section("s", SHT_PROGBITS, new byte[0]);
    }
    byte[] file = writer.array();
    ElfFile sound = ElfFile.of(Bytes.of(file));
    long headers = sound.header().sectionHeaderOffset();
    for (int i = 2; i < 3_000; i++) {
      byte[] name = new ByteWriter().u32(i).array();
      System.arraycopy(name, 0, file, (int) headers + 64 * i, 4);
    }
    file[62] = 1;
    file[63] = 0;
    ElfFile elf = ElfFile.of(Bytes.of(file));
    long characters = elf.sections().stream().mapToLong(s -> s.name().length()).sum();
    assertThat(characters).isLessThanOrEqualTo(16L << 20);
  }

  /** 64-bit MIPS has up to three types in a record, in single bytes whatever the byte order. */
  @ParameterizedTest
  @MethodSource("forms")
  void readsTheRelocationsOfMips(boolean is64Bit, ByteOrder order) {
    OddElf writer = new OddElf(is64Bit, order).file(ET_REL, EM_MIPS);
    ByteWriter row = writer.content();
    if (is64Bit) {
      row.u64(0x10).u32(5).u8(0, 0, 18, 3).u64(-4);
    } else {
      row.u32(0x10).u32(5 << 8 | 3).u32(-4);
    }
    writer.section(".rela", SHT_RELA, row.array()).linked(0, 0);
    ElfRelocation relocation = ElfFile.of(writer.bytes()).relocations().get(0).row(0);
    assertThat(relocation.symbol()).isEqualTo(5);
    assertThat(relocation.type()).isEqualTo(is64Bit ? 3 | 18 << 8 : 3);
    assertThat(relocation.role()).isEqualTo(ElfRelocationRole.ABSOLUTE);
    assertThat(relocation.addend()).isEqualTo(-4);
  }

  @Test
  void readsNotesOfEachKind() {
    OddElf writer = new OddElf();
    ByteWriter notes = writer.content();
    notes.u32(4).u32(4).u32(NT_GNU_BUILD_ID).text("GNU").u8(0xDE, 0xAD, 0xBE, 0xEF);
    notes.u32(4).u32(16).u32(NT_GNU_ABI_TAG).text("GNU").u32(0).u32(3).u32(2).u32(1);
    notes.u32(4).u32(8).u32(NT_FDO_PACKAGING_METADATA).text("FDO").text("{\"a\":1}");
    ByteWriter probe = writer.content().u64(0x1234).u64(1).u64(0);
    probe.text("libc").text("setjmp").text("8@%rdi");
    notes.u32(8).u32(probe.size()).u32(NT_STAPSDT).text("stapsdt").raw(probe.array());
    writer.section(".note", SHT_NOTE, notes.array());
    ElfFile elf = ElfFile.of(writer.bytes());
    assertThat(elf.buildId()).contains("deadbeef");
    assertThat(elf.notes().get(1).abiTag()).contains(new ElfNote.AbiTag(0, 3, 2, 1));
    assertThat(elf.notes().get(2).packageMetadata()).contains("{\"a\":1}");
    assertThat(elf.notes().get(3).probe())
        .contains(new ElfNote.Probe(0x1234, 1, 0, "libc", "setjmp", "8@%rdi"));
    assertThat(elf.notes().get(0).probe()).isEmpty();
    assertThat(elf.notes())
        .extracting(ElfNote::owner)
        .containsExactly("GNU", "GNU", "FDO", "stapsdt");
  }

  @Test
  void followsVersionChainsOnlyForward() {
    OddElf writer = new OddElf();
    ByteWriter chain = writer.content();
    for (int i = 0; i < 1_000; i++) {
      chain.u16(1).u16(0xFFFF).u32(0).u32(16).u32(16);
    }
    writer.section(".gnu.version_r", SHT_GNU_verneed, chain.array()).linked(0, -1);
    ElfVersions versions = ElfFile.of(writer.bytes()).versions();
    int records = versions.needs().stream().mapToInt(n -> 1 + n.versions().size()).sum();
    assertThat(records).isLessThanOrEqualTo(2_000);
  }
}
