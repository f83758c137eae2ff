package dev.weighbridge.formats.internal.elf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfSymbolRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What gABI forbids and files have all the same is told; what looks like it is not. */
class ElfDefectsTest {
  private static final int PT_LOAD = 1;
  private static final int PT_NOTE = 4;
  private static final int ET_CORE = 4;
  private static final int SHF_COMPRESSED = 0x800;
  private static final int READ = 4;

  private static ElfWriter elf() {
    return ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN);
  }

  private static BinaryFile read(ElfWriter file) {
    return FormatRegistry.installed().read("odd", file.bytes());
  }

  @Test
  void tellsASymbolThatReachesOverItsSection() {
    BinaryFile file =
        read(
            elf()
                .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[48])))
                .symbol(ElfSymbolRow.function("_start", 1, 0x1010, 0x4000))
                .symbol(ElfSymbolRow.function("sound", 1, 0x1000, 16)));
    assertThat(file.diagnostics())
        .extracting(Diagnostic::structure, Diagnostic::expected, Diagnostic::found)
        .containsExactly(
            tuple("elf.symbol[1].st_size", "at most 32, up to the end of its section", "16384"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf/tiny-thumbv7em", "elf/c-x64", "elf/util-riscv64.o", "elf/cpp.o"})
  void tellsNothingOfSoundFiles(String fixture) {
    BinaryFile file = FormatRegistry.installed().read(fixture, Fixtures.bytes(fixture));
    assertThat(file.diagnostics()).isEmpty();
  }

  /** gABI 5, program header: "the file size may not be larger than the memory size". */
  @Test
  void tellsASegmentThatIsLongerInTheFile() {
    BinaryFile file =
        read(
            elf()
                .segment(new ElfWriter.Segment(PT_LOAD, READ, 0, 0x1000, 64, 32, 16))
                .segment(new ElfWriter.Segment(PT_LOAD, READ, 0, 0x2000, 32, 32, 16)));
    assertThat(file.diagnostics())
        .extracting(Diagnostic::structure, Diagnostic::expected, Diagnostic::found)
        .containsExactly(
            tuple("elf.program_header[0].p_filesz", "at most the memory size, 32", "64"));
  }

  /** gABI 4, compression header. */
  @Test
  void tellsAnAlgorithmThatNobodyDefined() {
    byte[] header = new ByteWriter().u32(9).u32(0).u64(100).u64(1).raw(new byte[40]).array();
    BinaryFile file =
        read(
            elf()
                .section(
                    ElfSectionRow.named(".debug_info")
                        .flags(SHF_COMPRESSED)
                        .content(Content.of(header))));
    assertThat(file.diagnostics())
        .extracting(Diagnostic::structure, Diagnostic::expected, Diagnostic::found)
        .containsExactly(tuple("elf.section[1].ch_type", "1 (zlib) or 2 (zstd)", "9"));
  }

  /** Linux writes dumps of memory with one section header or more and notes in a segment alone. */
  @Test
  void readsNotesThatNoSectionCovers() {
    byte[] note = new ByteWriter().u32(5).u32(8).u32(1).text("CORE").align(4).u64(7).array();
    Bytes file =
        elf()
            .type(ET_CORE)
            .segment(new ElfWriter.Segment(PT_NOTE, READ, 0x78, 0, note.length, 0, 4))
            .section(ElfSectionRow.named(".shadow").content(Content.of(note)))
            .bytes();
    assertThat(file.u32(0x78)).isEqualTo(5);
    assertThat(FormatRegistry.installed().read("core", file).images().get(0).structures().stream())
        .filteredOn(row -> row.label().equals("note"))
        .extracting(Structure::kind, Structure::fileStart, Structure::fileEnd)
        .containsExactly(tuple(Kind.HEADERS, 0x78L, 0x78L + note.length));
  }

  /** What LLVM and GCC call the object that link-time optimisation makes of all others. */
  @ParameterizedTest
  @ValueSource(strings = {"ld-temp.o", "<artificial>"})
  void takesNoMergedObjectForASource(String name) {
    BinaryFile file =
        read(
            elf()
                .section(ElfSectionRow.code(".text", 0x1000, Content.of(new byte[32])))
                .symbol(new ElfSymbolRow(name, 4, 0, ElfSymbolRow.ABSOLUTE, 0, 0))
                .symbol(ElfSymbolRow.function("f", 1, 0x1000, 32).local()));
    assertThat(file.images().get(0).members().count()).isZero();
  }
}
