package dev.weighbridge.formats.elf;

import static dev.weighbridge.formats.elf.headers.ElfConstants.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.elf.dynamic.ElfVersions;
import dev.weighbridge.formats.elf.headers.ElfProgramHeader;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.linking.ElfPointers;
import dev.weighbridge.formats.elf.notes.ElfNote;
import dev.weighbridge.formats.elf.relocations.ElfRelocation;
import dev.weighbridge.formats.elf.relocations.ElfRelocationRole;
import dev.weighbridge.formats.elf.relocations.ElfRelocations;
import dev.weighbridge.formats.elf.symbols.ElfSymbol;
import dev.weighbridge.formats.elf.symbols.ElfSymbolTable;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
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
    return Stream.of(64, 32)
        .flatMap(
            bits ->
                Stream.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)
                    .map(order -> Arguments.of(bits, order)));
  }

  private static ElfWriter relocatable() {
    return ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN).type(ET_REL);
  }

  private static ElfSectionRow section(String name, int type, ByteWriter content) {
    return ElfSectionRow.named(name).type(type).content(Content.of(content));
  }

  private static ByteWriter symbols(int[]... rows) {
    ByteWriter table = new ByteWriter();
    for (int[] row : rows) {
      table.u32(row[0]).u8(0, 0).u16(row[1]).u64(0).u64(0);
    }
    return table;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsEachWidthAndByteOrder(int bits, ByteOrder order) {
    ElfWriter writer =
        ElfWriter.of(bits, order)
            .type(ET_EXEC)
            .machine(EM_S390, 0)
            .segment(new ElfWriter.Segment(PT_LOAD, PF_R | PF_X, 0, 0x1000, 64, 128, 1))
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
            .symbol(ElfSymbolRow.function("outer", 1, 0x1004, 56));
    ElfFile elf = ElfFile.of(writer.bytes());
    assertThat(elf.header().addressBits()).isEqualTo(bits);
    assertThat(elf.header().machineName()).isEqualTo(bits == 64 ? "s390x" : "s390");
    assertThat(elf.programHeaders())
        .singleElement()
        .satisfies(s -> assertThat(s.permissions()).isEqualTo("rx"))
        .satisfies(s -> assertThat(s.memorySize()).isEqualTo(128));
    ElfSymbol symbol = elf.symbolTable().row(1);
    assertThat(symbol.name()).isEqualTo("outer");
    assertThat(symbol.value()).isEqualTo(0x1004);
    assertThat(symbol.memorySize()).isEqualTo(56);
    assertThat(symbol.type()).isEqualTo(STT_FUNC);
    assertThat(symbol.binding()).isEqualTo(STB_GLOBAL);
    assertThat(symbol.fileEnd() - symbol.fileStart()).isEqualTo(bits == 64 ? 24 : 16);
    assertThat(elf.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void readsCountsFromSectionZero(int bits, ByteOrder order) {
    ElfWriter writer =
        ElfWriter.of(bits, order)
            .withExtendedCounts()
            .segment(new ElfWriter.Segment(PT_LOAD, PF_R, 0, 0, 4, 4, 1))
            .segment(new ElfWriter.Segment(PT_NOTE, PF_R, 0, 0, 0, 0, 1))
            .section(ElfSectionRow.named("one"));
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
    ElfWriter writer = relocatable().withExtendedCounts();
    for (int i = 0; i < 65_300; i++) {
      writer.section(ElfSectionRow.named("s" + i % 10));
    }
    writer.symbol(ElfSymbolRow.object("far", 65_299, 7, 0));
    ElfFile elf = ElfFile.of(writer.bytes());
    assertThat(elf.sections()).hasSizeGreaterThan(65_300);
    assertThat(elf.sections().get(65_299).name()).isEqualTo("s8");
    assertThat(elf.symbolTable().section(1)).isEqualTo(65_299);
    assertThat(elf.diagnostics()).isEmpty();
  }

  @Test
  void keepsReservedSectionNumbersApart() {
    ByteWriter rows =
        symbols(
            new int[] {0, SHN_UNDEF},
            new int[] {0, SHN_ABS},
            new int[] {0, SHN_COMMON},
            new int[] {0, 0xFF02});
    Bytes file = relocatable().section(section(".symtab", SHT_SYMTAB, rows).link(2)).bytes();
    ElfSymbolTable symbols = ElfFile.of(file).symbolTable();
    assertThat(symbols.isUndefined(0)).isTrue();
    assertThat(symbols.isAbsolute(1)).isTrue();
    assertThat(symbols.isCommon(2)).isTrue();
    assertThat(symbols.section(3)).isEqualTo(0xFF02 - 0x10000);
  }

  @Test
  void sharesNamesAndSurvivesAMissingNul() {
    ByteWriter names = new ByteWriter().u8(0).text("foobar").raw((byte) 't', (byte) 'l');
    ByteWriter rows =
        symbols(
            new int[] {0, 0},
            new int[] {4, 1},
            new int[] {8, 1},
            new int[] {1, 1},
            new int[] {1, 1},
            new int[] {99, 1});
    ElfWriter writer =
        relocatable()
            .section(section(".strtab", SHT_STRTAB, names))
            .section(section(".symtab", SHT_SYMTAB, rows).link(1));
    ElfSymbolTable symbols = ElfFile.of(writer.bytes()).symbolTable();
    assertThat(symbols.stream().map(ElfSymbol::name))
        .containsExactly("", "bar", "tl", "foobar", "foobar", "");
    assertThat(symbols.firstNameUsers()).containsExactly(3, 2);
  }

  @Test
  void clipsWhatReachesOverTheEnd() {
    ElfWriter writer =
        relocatable()
            .section(ElfSectionRow.named("big").statedOffset(64).statedSize(1L << 40))
            .section(ElfSectionRow.named("away").statedOffset(1L << 40).statedSize(8))
            .section(ElfSectionRow.named("wrap").statedOffset(-8).statedSize(16))
            .section(ElfSectionRow.named("huge").statedOffset(64).statedSize(-1));
    ElfFile elf = ElfFile.of(writer.bytes());
    long length = elf.bytes().length();
    assertThat(elf.sections().subList(1, 5))
        .extracting(s -> elf.content(s).length())
        .containsExactly(length - 64, 0L, 0L, length - 64);
  }

  @Test
  void refusesOnlyWhatHasNoHeader() {
    byte[] file = relocatable().array();
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
    byte[] file = relocatable().array();
    ElfFile elf = ElfFile.of(Bytes.of(Arrays.copyOf(file, file.length - 1)));
    assertThat(elf.sections()).hasSize(1);
    assertThat(elf.diagnostics())
        .extracting(Diagnostic::structure, Diagnostic::expected, Diagnostic::found)
        .containsExactly(
            tuple("elf.shdr", "2 rows", "1 inside the file"),
            tuple("elf.e_shstrndx", "below 1", "1"));
  }

  /** Thousands of tables over the same bytes must not cost thousands of times their rows. */
  @Test
  void readsOverlappingTablesOnlyAsFarAsTheFileHasRoom() {
    ElfWriter writer =
        relocatable().section(ElfSectionRow.named("data").content(Content.of(new byte[200_000])));
    for (int i = 0; i < 10_000; i++) {
      for (int type : new int[] {SHT_RELA, SHT_NOTE, SHT_GROUP}) {
        writer.section(
            ElfSectionRow.named("t").type(type).statedOffset(64).statedSize(200_000).info(1));
      }
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
    ByteWriter words = new ByteWriter().u64(0x1000);
    for (int i = 0; i < 50_000; i++) {
      words.u64(-1);
    }
    ElfFile elf =
        ElfFile.of(
            ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
                .section(section(".relr.dyn", SHT_RELR, words).entrySize(8))
                .bytes());
    ElfRelocations table = elf.relocations().get(0);
    assertThat(table.count()).isEqualTo((int) (elf.bytes().length() / 4));
    assertThat(table.place(0)).isEqualTo(0x1000);
    assertThat(table.place(1)).isEqualTo(0x1008);
    assertThat(table.place(63)).isEqualTo(0x1000 + 63 * 8);
    assertThat(table.place(64)).isEqualTo(0x1000 + 64 * 8);
    assertThat(table.fileStart(64) - table.fileStart(0)).isEqualTo(16);
  }

  /** The packed tables of Android: two relative relocations in a row, then one of a symbol. */
  @Test
  void readsPackedRelocationsOfAndroid() {
    ByteWriter packed = new ByteWriter().raw((byte) 'A', (byte) 'P', (byte) 'S', (byte) '2');
    packed.sleb128(3).sleb128(0x1000);
    packed.sleb128(2).sleb128(1 | 2 | 8).sleb128(8).sleb128(8).sleb128(0x40).sleb128(-0x10);
    packed.sleb128(1).sleb128(0).sleb128(-0x100).sleb128(5L << 32 | 6);
    ElfFile elf =
        ElfFile.of(
            ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
                .section(section(".rela.dyn", SHT_ANDROID_RELA, packed))
                .bytes());
    ElfRelocations table = elf.relocations().get(0);
    assertThat(table.stream())
        .extracting(
            ElfRelocation::place, ElfRelocation::type, ElfRelocation::symbol, ElfRelocation::addend)
        .containsExactly(
            tuple(0x1008L, 8, 0, 0x40L), tuple(0x1010L, 8, 0, 0x30L), tuple(0xF10L, 6, 5, 0L));
    assertThat(table.target(1)).isEqualTo(0x30);
    long end = elf.sections().get(1).offset() + packed.size();
    assertThat(table.fileEnd(2)).isEqualTo(end);
    assertThat(elf.diagnostics()).isEmpty();
  }

  /** A group that says it stands for all relocations one can count to. */
  @Test
  void doesNotTrustTheCountsOfPackedRelocations() {
    ByteWriter packed = new ByteWriter().raw((byte) 'A', (byte) 'P', (byte) 'S', (byte) '2');
    packed.sleb128(Long.MAX_VALUE).sleb128(0);
    packed.sleb128(Long.MAX_VALUE).sleb128(1 | 2).sleb128(8).sleb128(8);
    ElfFile elf = ElfFile.of(relocatable().section(section(".r", SHT_ANDROID_REL, packed)).bytes());
    assertThat(elf.relocations().get(0).count()).isEqualTo((int) (elf.bytes().length() / 4));
  }

  /** A section name table of one megabyte without a NUL, and a section at each byte of it. */
  @Test
  void spendsNoMoreOnSectionNamesThanTheirTableIsWorth() {
    byte[] letters = new byte[1 << 20];
    Arrays.fill(letters, (byte) 'x');
    ElfWriter writer =
        relocatable().section(ElfSectionRow.named("letters").content(Content.of(letters)));
    for (int i = 0; i < 3_000; i++) {
      writer.section(ElfSectionRow.named("s").statedNameOffset(i + 1));
    }
    byte[] file = writer.array();
    // e_shstrndx: the letters.
    file[62] = 1;
    file[63] = 0;
    ElfFile elf = ElfFile.of(Bytes.of(file));
    long characters =
        elf.sections().stream().map(ElfSection::name).distinct().mapToLong(String::length).sum();
    assertThat(characters).isBetween(1L << 20, 16L << 20);
  }

  /** 64-bit MIPS has up to three types in a record, in single bytes whatever the byte order. */
  @ParameterizedTest
  @MethodSource("forms")
  void readsTheRelocationsOfMips(int bits, ByteOrder order) {
    ByteWriter row = new ByteWriter(order);
    if (bits == 64) {
      row.u64(0x10).u32(5).u8(0, 0, 18, 3).u64(-4);
    } else {
      row.u32(0x10).u32(5 << 8 | 3).u32(-4);
    }
    ElfWriter writer =
        ElfWriter.of(bits, order)
            .type(ET_REL)
            .machine(EM_MIPS, 0)
            .section(section(".rela", SHT_RELA, row));
    ElfRelocation relocation = ElfFile.of(writer.bytes()).relocations().get(0).row(0);
    assertThat(relocation.symbol()).isEqualTo(5);
    assertThat(relocation.type()).isEqualTo(bits == 64 ? 3 | 18 << 8 : 3);
    assertThat(relocation.role()).isEqualTo(ElfRelocationRole.ABSOLUTE);
    assertThat(relocation.addend()).isEqualTo(-4);
  }

  @Test
  void readsNotesOfEachKind() {
    ByteWriter notes = new ByteWriter();
    notes.u32(4).u32(4).u32(NT_GNU_BUILD_ID).text("GNU").u8(0xDE, 0xAD, 0xBE, 0xEF);
    notes.u32(4).u32(16).u32(NT_GNU_ABI_TAG).text("GNU").u32(0).u32(3).u32(2).u32(1);
    notes.u32(4).u32(8).u32(NT_FDO_PACKAGING_METADATA).text("FDO").text("{\"a\":1}");
    ByteWriter probe = new ByteWriter().u64(0x1234).u64(1).u64(0);
    probe.text("libc").text("setjmp").text("8@%rdi");
    notes.u32(8).u32(probe.size()).u32(NT_STAPSDT).text("stapsdt").raw(probe.array());
    ElfFile elf = ElfFile.of(relocatable().section(section(".note", SHT_NOTE, notes)).bytes());
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
    ByteWriter chain = new ByteWriter();
    for (int i = 0; i < 1_000; i++) {
      chain.u16(1).u16(0xFFFF).u32(0).u32(16).u32(16);
    }
    ElfWriter writer =
        relocatable().section(section(".gnu.version_r", SHT_GNU_verneed, chain).info(-1));
    ElfVersions versions = ElfFile.of(writer.bytes()).versions();
    int records = versions.needs().stream().mapToInt(n -> 1 + n.versions().size()).sum();
    assertThat(records).isLessThanOrEqualTo(2_000);
  }

  /** A function of 64-bit PowerPC (ELFv1) has the address of its descriptor in {@code .opd}. */
  @Test
  void readsFunctionDescriptors() {
    ByteWriter descriptors = new ByteWriter(ByteOrder.BIG_ENDIAN).u64(0x1010).u64(0x9000).u64(0);
    ElfWriter writer =
        ElfWriter.of(64, ByteOrder.BIG_ENDIAN)
            .type(ET_EXEC)
            .machine(EM_PPC64, 1)
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
            .section(ElfSectionRow.data(".opd", 0x3000, Content.of(descriptors)));
    ElfPointers opd = ElfFile.of(writer.bytes()).pointers().list().get(0);
    assertThat(opd.use()).isEqualTo(ElfPointers.Use.DESCRIPTORS);
    assertThat(opd.target(opd.indexOf(0x3000))).isEqualTo(0x1010);
    assertThat(opd.target(opd.indexOf(0x3008))).isEqualTo(-1);
  }
}
