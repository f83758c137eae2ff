package dev.weighbridge.formats.internal.pdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.SymbolSource;
import dev.weighbridge.formats.SymbolTable.Symbol;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.spi.FormatRegistry;
import dev.weighbridge.formats.spi.SideFile;
import dev.weighbridge.formats.spi.SideFiles;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases that are not the ones wanted, and how the right one is found. */
class PdbOddFilesTest {
  @TempDir Path folder;

  @Test
  void findsTheDatabaseBesideItsImage() throws IOException {
    Files.write(folder.resolve("fixlib.pdb"), Fixtures.array("pdb/fixlib.pdb"));
    BinaryFile file = read(SideFiles.beside(folder.resolve("renamed.dll")));
    assertThat(debugSymbols(file)).isEqualTo(111);
    assertThat(file.diagnostics()).isEmpty();
  }

  @Test
  void findsTheDatabaseByTheNameOfTheImage() throws IOException {
    Files.write(folder.resolve("some_lib.pdb"), Fixtures.array("pdb/fixlib.pdb"));
    SideFiles files = SideFiles.beside(folder.resolve("some-lib.dll"));
    BinaryFile file =
        FormatRegistry.installed().read("some-lib.dll", Fixtures.bytes("pe/fixlib.dll"), files);
    assertThat(debugSymbols(file)).isEqualTo(111);
  }

  @Test
  void readsNoFileOutsideTheFolder() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Files.write(folder.resolve("fixlib.pdb"), Fixtures.array("pdb/fixlib.pdb"));
    SideFiles files = SideFiles.beside(inner.resolve("fixlib.dll"));
    assertThat(debugSymbols(read(files))).isZero();
    assertThat(files.attempts())
        .extracting(attempt -> attempt.match().found())
        .containsOnly("no such file");
  }

  @Test
  void takesGivenFilesWhateverTheirNames() throws IOException {
    Path given = Files.write(folder.resolve("x"), Fixtures.array("pdb/fixlib.pdb"));
    BinaryFile file = read(SideFiles.given(List.of(given)));
    assertThat(debugSymbols(file)).isEqualTo(111);
  }

  @Test
  void saysWhenADatabaseIsOfAnotherBuild() {
    BinaryFile file =
        read(SideFiles.of(new SideFile("other.pdb", Fixtures.bytes("pdb/c-msvc-x64.pdb"))));
    assertThat(debugSymbols(file)).isZero();
    assertThat(file.diagnostics()).hasSize(1);
    assertThat(file.diagnostics().get(0).sentence())
        .startsWith("other.pdb: expected B3789F1E-4015-F81E-4C4C-44205044422E age 1, found ");
  }

  @Test
  void saysWhenAFileIsNoDatabase() {
    Bytes old = Bytes.of("Microsoft C/C++ program database 2.00".getBytes(StandardCharsets.UTF_8));
    BinaryFile file = read(SideFiles.of(new SideFile("old.pdb", old)));
    assertThat(file.diagnostics().get(0).sentence())
        .isEqualTo("old.pdb: pdb.superblock: expected Microsoft C/C++ MSF 7.00, found other bytes");
  }

  /** The features at the end of the PDB stream; this one says that the symbols are elsewhere. */
  @Test
  void refusesDatabasesWithoutTheirSymbols() {
    byte[] file = Fixtures.array("pdb/c-msvc-x64.pdb");
    byte[] feature = new ByteWriter().u32(20140508).array();
    byte[] minimal = new ByteWriter().u32(0x494E494D).array();
    int at = indexOf(file, feature);
    System.arraycopy(minimal, 0, file, at, 4);
    assertThatThrownBy(() -> Pdb.of(Bytes.of(file), new Diagnostics()))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("/DEBUG:FASTLINK");
  }

  @Test
  void followsTheMapOfARearrangedImage() {
    Bytes headers =
        new ByteWriter().text(".text").padTo(8).u32(0x2000).u32(0x1000).padTo(40).bytes();
    Bytes map =
        new ByteWriter().u32(0x1000).u32(0x5000).u32(0x1100).u32(0).u32(0x1200).u32(0x4000).bytes();
    PdbAddresses addresses = new PdbAddresses(headers, map);
    assertThat(addresses.rva(1, 0x10)).isEqualTo(0x5010);
    assertThat(addresses.rva(1, 0x180)).isEqualTo(-1);
    assertThat(addresses.rva(1, 0x204)).isEqualTo(0x4004);
    assertThat(addresses.rva(2, 0)).isEqualTo(-1);
    assertThat(new PdbAddresses(headers, map.slice(0, 0)).rva(1, 4)).isEqualTo(0x1004);
  }

  private static BinaryFile read(SideFiles files) {
    return FormatRegistry.installed().read("fixlib.dll", Fixtures.bytes("pe/fixlib.dll"), files);
  }

  private static long debugSymbols(BinaryFile file) {
    return file.images().get(0).symbols().stream()
        .map(Symbol::source)
        .filter(source -> source == SymbolSource.DEBUG_FILE)
        .count();
  }

  private static int indexOf(byte[] file, byte[] pattern) {
    return new String(file, StandardCharsets.ISO_8859_1)
        .indexOf(new String(pattern, StandardCharsets.ISO_8859_1));
  }
}
