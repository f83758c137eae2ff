package dev.weighbridge.formats.internal.appended;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.StructureTable.Structure;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies behind the last byte that the headers of a program tell of. */
class AppendedDataTest {
  private static final String[] PROGRAMS = {"elf/c-x64", "macho/tiny-arm64", "pe/c-mingw-x86.exe"};

  private static BinaryImage read(byte[] file) {
    return FormatRegistry.installed().read("program", Bytes.of(file)).images().get(0);
  }

  private static List<Structure> behind(byte[] program, byte[] appended) {
    byte[] file = new ByteWriter().raw(program).raw(appended).array();
    return read(file).structures().stream().filter(row -> row.fileEnd() > program.length).toList();
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("main.py"));
      zip.write("print(1)".getBytes(StandardCharsets.US_ASCII));
    }
    return out.toByteArray();
  }

  private static byte[] gzip() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(new byte[100]);
    }
    return out.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf/c-x64", "macho/tiny-arm64", "pe/c-mingw-x86.exe"})
  void namesAnArchive(String fixture) throws IOException {
    byte[] program = Fixtures.array(fixture);
    Structure row = only(behind(program, zip()));
    assertThat(row.label()).isEqualTo("appended: ZIP");
    assertThat(row.kind()).isEqualTo(Kind.OTHER);
    assertThat(row.fileStart()).isEqualTo(program.length);
    assertThat(row.fileEnd()).isEqualTo(program.length + zip().length);
    assertThat(only(behind(program, gzip())).label()).isEqualTo("appended: gzip");
  }

  /** Zeros may align what follows: they are no part of it. */
  @Test
  void passesZerosBeforeIt() throws IOException {
    byte[] program = Fixtures.array(PROGRAMS[0]);
    byte[] appended = new ByteWriter().raw(new byte[64]).raw(zip()).array();
    assertThat(only(behind(program, appended)).fileStart()).isEqualTo(program.length + 64);
    assertThat(behind(program, new byte[64])).isEmpty();
  }

  @Test
  void saysSoWhereNobodyKnowsWhatItIs() {
    byte[] unknown = "no magic at all".getBytes(StandardCharsets.US_ASCII);
    for (String fixture : PROGRAMS) {
      assertThat(only(behind(Fixtures.array(fixture), unknown)).label()).isEqualTo("appended data");
    }
  }

  /** scripts/sign-file.c: the signature, its description, the mark. */
  @Test
  void findsTheSignatureOfAModule() {
    byte[] mark = "~Module signature appended~\n".getBytes(StandardCharsets.US_ASCII);
    byte[] signature = new byte[400];
    signature[0] = 0x30;
    byte[] facts = {0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, (byte) 0x90};
    byte[] module = Fixtures.array("elf/cpp.o");
    Structure row =
        only(behind(module, new ByteWriter().raw(signature).raw(facts).raw(mark).array()));
    assertThat(row.label()).isEqualTo("module signature");
    assertThat(row.kind()).isEqualTo(Kind.SIGNATURE);
    assertThat(row.fileEnd() - row.fileStart()).isEqualTo(400 + 12 + 28);
  }

  private static Structure only(List<Structure> rows) {
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }
}
