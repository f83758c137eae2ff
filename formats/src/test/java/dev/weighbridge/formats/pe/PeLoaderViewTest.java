package dev.weighbridge.formats.pe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.SectionTable.Section;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Images whose headers the loader of Windows reads otherwise than the letter of the format has it:
 * it rounds places of sections to 512 bytes and their sizes to the alignment of the file.
 */
class PeLoaderViewTest {
  private static final int FILE_HEADER = 64 + 4;
  private static final int SECTION_TABLE = FILE_HEADER + 20 + 240;
  private static final int SIZE_OF_RAW_DATA = 16;
  private static final int POINTER_TO_RAW_DATA = 20;

  /**
   * {@code .text} at 0x400 and {@code .rdata} at 0x600, both of 512 bytes, and a header changed.
   */
  private static byte[] image(int section, int field, int value) {
    byte[] content = new byte[512];
    byte[] image = new OddPe().code(".text", content).data(".rdata", content).array();
    return put(image, SECTION_TABLE + 40 * section + field, value);
  }

  private static byte[] put(byte[] image, int at, int value) {
    ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
    return image;
  }

  private static List<Diagnostic> diagnostics(byte[] image) {
    PeFile file = PeFile.of(Bytes.of(image));
    assertThat(file.sections()).isNotEmpty();
    return file.diagnostics();
  }

  private static BinaryImage read(byte[] image) {
    return FormatRegistry.installed().read("odd.exe", Bytes.of(image)).images().get(0);
  }

  @Test
  void roundsThePlaceOfASectionDown() {
    byte[] image = image(1, POINTER_TO_RAW_DATA, 0x610);
    Section rdata = read(image).sections().row(1);
    assertThat(rdata.fileStart()).isEqualTo(0x600);
    assertThat(rdata.fileEnd()).isEqualTo(0x800);
    assertThat(diagnostics(image))
        .extracting(Diagnostic::structure, Diagnostic::expected, Diagnostic::found)
        .containsExactly(tuple("pe.section[1].PointerToRawData", "a multiple of 512", "1552"));
  }

  @Test
  void roundsTheSizeOfASectionUp() {
    byte[] image = image(1, SIZE_OF_RAW_DATA, 0x150);
    BinaryImage facts = read(image);
    assertThat(facts.sections().row(1).fileEnd()).isEqualTo(0x800);
    assertThat(facts.structures().stream().map(Structure::label)).doesNotContain("overlay");
    assertThat(diagnostics(image))
        .extracting(Diagnostic::structure, Diagnostic::expected, Diagnostic::found)
        .containsExactly(tuple("pe.section[1].SizeOfRawData", "a multiple of 512", "336"));
  }

  @Test
  void roundsNoSizeOverWhatFollows() {
    byte[] image = image(0, SIZE_OF_RAW_DATA, 0x150);
    put(image, SECTION_TABLE + 40 + POINTER_TO_RAW_DATA, 0x560);
    BinaryImage facts = read(image);
    assertThat(facts.sections().row(0).fileEnd()).isEqualTo(0x560);
  }

  @Test
  void leavesSectionsOfLowAlignmentWhereTheyAre() {
    byte[] image = image(1, POINTER_TO_RAW_DATA, 0x610);
    put(put(image, FILE_HEADER + 20 + 32, 32), FILE_HEADER + 20 + 36, 32);
    assertThat(read(image).sections().row(1).fileStart()).isEqualTo(0x610);
    assertThat(diagnostics(image)).noneMatch(d -> d.structure().contains("PointerToRawData"));
  }

  @Test
  void readsANameWithBlanksBeforeItsNumber() {
    // COFF string table at the end of the file, behind no symbols: 4 + "long_section_name\0".
    byte[] name = "long_section_name\0".getBytes(StandardCharsets.US_ASCII);
    byte[] file = new OddPe().code(".text", new byte[512]).data("/     4", new byte[512]).array();
    byte[] image = new ByteWriter().raw(file).u32(4 + name.length).raw(name).array();
    put(image, FILE_HEADER + 8, file.length);
    BinaryImage facts = read(image);
    assertThat(facts.sections().row(1).name()).isEqualTo("long_section_name");
    Structure strings =
        facts.structures().stream()
            .filter(row -> row.label().equals("string table"))
            .findFirst()
            .orElseThrow();
    assertThat(strings.fileStart()).isEqualTo(file.length);
    assertThat(strings.fileEnd()).isEqualTo(file.length + 4 + name.length);
  }
}
