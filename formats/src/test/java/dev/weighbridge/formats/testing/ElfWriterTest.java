package dev.weighbridge.formats.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.FileMapper;
import dev.weighbridge.formats.elf.ElfFile;
import dev.weighbridge.formats.elf.headers.ElfSection;
import dev.weighbridge.formats.elf.symbols.ElfSymbol;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Described files are what they are described as: our parser and readelf agree. */
class ElfWriterTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"64, LITTLE", "64, BIG", "32, LITTLE", "32, BIG"})
  void writesEveryClassAndOrder(int bits, String order) {
    ElfFile elf = ElfFile.of(sample(bits, order(order)).bytes());
    assertThat(elf.header().is64Bit()).isEqualTo(bits == 64);
    assertThat(elf.sections()).extracting(ElfSection::name).startsWith("", ".text", ".bss");
    assertThat(elf.symbolTable().count()).isEqualTo(3);
    ElfSymbol main = elf.symbolTable().row(2);
    assertThat(main.name()).isEqualTo("main");
    assertThat(main.value()).isEqualTo(0x1010);
    assertThat(main.memorySize()).isEqualTo(32);
    assertThat(elf.programHeaders()).hasSize(1);
    assertThat(elf.relocations()).hasSize(1);
    assertThat(elf.notes()).singleElement().extracting(n -> n.owner()).isEqualTo("GNU");
    assertThat(elf.diagnostics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"64, LITTLE", "64, BIG", "32, LITTLE", "32, BIG"})
  @RequiresNative("readelf")
  void writesWhatReadelfReads(int bits, String order) throws IOException {
    Path file = sample(bits, order(order)).writeTo(folder.resolve("sample"));
    List<String> lines = NativeTool.lines("readelf", "-aW", file);
    assertThat(lines).anyMatch(l -> l.matches(".*: 0*1010 +32 FUNC +GLOBAL +DEFAULT +1 main"));
    assertThat(lines).anyMatch(l -> l.contains(".bss") && l.contains("NOBITS"));
    assertThat(lines).anyMatch(l -> l.matches("0*1018 .*main \\+ 5"));
    assertThat(lines).anyMatch(l -> l.contains("Build ID: 01020304"));
    assertThat(lines).noneMatch(l -> l.contains("Warning") || l.contains("Error"));
  }

  private static ElfWriter sample(int bits, ByteOrder order) {
    return ElfWriter.of(bits, order)
        .segment(new ElfWriter.Segment(1, 5, 0, 0x1000, 0x100, 0x100, 0x1000))
        .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[64])))
        .section(ElfSectionRow.zero(".bss", 0x2000, 1 << 20))
        .relocations(".rela.text", 1, new long[] {0x1018, 2, 1, 5})
        .note(".note.test", "GNU", 3, (byte) 1, (byte) 2, (byte) 3, (byte) 4)
        .symbol(ElfSymbolRow.function("helper", 1, 0x1000, 16).local())
        .symbol(ElfSymbolRow.function("main", 1, 0x1010, 32));
  }

  private static ByteOrder order(String name) {
    return name.equals("BIG") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  @Test
  void putsCountsIntoTheNullSection() {
    ElfWriter elf =
        sample(64, ByteOrder.LITTLE_ENDIAN)
            .withExtendedCounts()
            .symbol(ElfSymbolRow.object("far", 0x12345, 0, 8));
    ElfFile read = ElfFile.of(elf.bytes());
    assertThat(read.bytes().u16(60)).as("e_shnum").isZero();
    assertThat(read.bytes().u16(56)).as("e_phnum").isEqualTo(0xFFFF);
    assertThat(read.sections()).extracting(ElfSection::name).contains(".text", ".symtab_shndx");
    assertThat(read.programHeaders()).hasSize(1);
    assertThat(read.symbolTable().row(3).section()).isEqualTo(0x12345);
  }

  @Test
  void writesOddSections() {
    ElfWriter elf =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code("", 0x1000, Content.of(new byte[16])))
            .section(
                ElfSectionRow.code(".inside", 0x1004, Content.of())
                    .statedOffset(0x44)
                    .statedSize(4))
            .section(ElfSectionRow.named(".beyond").statedOffset(1L << 40).statedSize(-1L));
    ElfFile read = ElfFile.of(elf.bytes());
    ElfSection unnamed = read.sections().get(1);
    ElfSection inside = read.sections().get(2);
    assertThat(unnamed.name()).isEmpty();
    assertThat(unnamed.offset()).isEqualTo(0x40);
    assertThat(inside.offset()).isEqualTo(0x44);
    assertThat(read.sections().get(3).statedSize()).isEqualTo(-1);
    ElfFile bare = ElfFile.of(sample(64, ByteOrder.LITTLE_ENDIAN).withoutSectionHeaders().bytes());
    assertThat(bare.sections()).isEmpty();
    assertThat(bare.programHeaders()).hasSize(1);
  }

  /** Rows are made while they are written; the file takes 46 MB, the heap does not. */
  @Test
  void streamsAMillionSymbols() throws IOException {
    int count = 1_000_000;
    Path file =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.code(".text", 0x1000, Content.hole(16L * count)))
            .symbols(count, i -> ElfSymbolRow.function("function" + i, 1, 0x1000 + 16L * i, 16))
            .writeTo(folder.resolve("million"));
    ElfFile elf = ElfFile.of(FileMapper.open(file));
    assertThat(elf.symbolTable().count()).isEqualTo(count + 1);
    assertThat(elf.symbolTable().row(count).name()).isEqualTo("function999999");
    assertThat(elf.symbolTable().row(count).value()).isEqualTo(0x1000 + 16L * (count - 1));
  }

  @Test
  void writesFiveGibibytesOfNothing() throws IOException {
    long size = 5L << 30;
    Path file =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.data(".data", 0x10000, Content.hole(size)))
            .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[] {1, 2, 3})))
            .writeTo(folder.resolve("huge"));
    Bytes bytes = FileMapper.open(file);
    ElfFile elf = ElfFile.of(bytes);
    ElfSection text = elf.section(".text").orElseThrow();
    assertThat(text.offset()).isGreaterThan(size);
    assertThat(elf.content(text).toArray(0, 3)).containsExactly(1, 2, 3);
  }
}
