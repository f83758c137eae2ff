package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.tree.SizeRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that programs carry, opened beside the program. */
class CarriedArchiveTest {
  @TempDir Path folder;

  private Path write(byte[]... parts) throws IOException {
    ByteWriter all = new ByteWriter();
    for (byte[] part : parts) {
      all.raw(part);
    }
    return Files.write(folder.resolve("program"), all.array());
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("inner"));
      out.write(Fixtures.array("elf/c-x64"));
    }
    return bytes.toByteArray();
  }

  private static SizeRow row(PackageTree tree, String label) {
    return tree.rows().stream().filter(one -> one.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"elf/c-x64", "macho/tiny-arm64", "pe/c-mingw-x86.exe"})
  void aProgramIsTheFirstEntryOfWhatItCarries(String fixture) throws IOException {
    byte[] program = Fixtures.array(fixture);
    Path file = write(program, zip());
    assertThat(PackageModel.recognises(file)).isFalse();
    assertThat(PackageModel.isCarried(file)).isTrue();
    PackageModel model = PackageModel.open(file);
    assertThat(model.format()).endsWith("+zip");
    PackageTree tree = model.by(Dimensions.ENTRY, Dimensions.SECTION);
    assertThat(tree.root().value(PackageMeasures.SHIPPED)).isEqualTo(program.length + zip().length);
    assertThat(row(tree, "program").value(PackageMeasures.SHIPPED)).isEqualTo(program.length);
    SizeRow inner = row(tree, "inner");
    assertThat(inner.fileSize()).isEqualTo(Fixtures.array("elf/c-x64").length);
    assertThat(inner.rows()).extracting(SizeRow::label).contains(".text");
  }

  /** Offsets that count from the start of the program, as {@code zip -A} makes them. */
  @Test
  void placesMayCountFromTheStartOfTheProgram() throws IOException {
    byte[] program = Fixtures.array("elf/c-x64");
    byte[] zip = zip();
    int end = zip.length - 22;
    ByteBuffer numbers = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    int directory = numbers.getInt(end + 16);
    numbers.putInt(end + 16, directory + program.length);
    numbers.putInt(directory + 42, numbers.getInt(directory + 42) + program.length);
    PackageTree tree = PackageModel.open(write(program, zip)).by(Dimensions.ENTRY);
    assertThat(row(tree, "program").value(PackageMeasures.SHIPPED)).isEqualTo(program.length);
    assertThat(tree.root().value(PackageMeasures.SHIPPED)).isEqualTo(program.length + zip.length);
  }

  @Test
  void anAppImageHasTheFilesOfItsFileSystem() throws IOException {
    byte[] program = Fixtures.array("elf/c-x64");
    byte[] system = Fixtures.array("packages/app.squashfs");
    PackageModel model = PackageModel.open(write(program, system));
    assertThat(model.format()).isEqualTo("ELF+squashfs");
    PackageTree tree = model.by(Dimensions.ENTRY);
    assertThat(row(tree, "bin/app").fileSize()).isEqualTo(84_296);
    assertThat(tree.root().value(PackageMeasures.SHIPPED))
        .isEqualTo(program.length + system.length);
  }

  @Test
  void aProgramAloneCarriesNothing() throws IOException {
    assertThat(PackageModel.isCarried(write(Fixtures.array("elf/c-x64")))).isFalse();
    byte[] text = new byte[100];
    assertThat(PackageModel.isCarried(write(Fixtures.array("elf/c-x64"), text))).isFalse();
  }

  private static byte[] kernel(byte[] payload) {
    return new ByteWriter()
        .u32(0x5A4D)
        .u32(0x676D_697A)
        .u32(64)
        .u32(payload.length)
        .padTo(64)
        .raw(payload)
        .array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  @Test
  void aKernelIsOpenedDownToItsSections() throws IOException {
    byte[] kernel = kernel(gzip(Fixtures.array("elf/c-x64")));
    PackageTree tree = PackageModel.open(write(kernel)).by(Dimensions.ENTRY, Dimensions.SECTION);
    assertThat(row(tree, "vmlinux").rows()).extracting(SizeRow::label).contains(".text");
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(zip)) {
      out.putNextEntry(new ZipEntry("boot/vmlinuz"));
      out.write(kernel);
    }
    // In a package it is one of its own, not a program of EFI.
    PackageTree outer = PackageModel.open(write(zip.toByteArray())).by(Dimensions.ENTRY);
    assertThat(row(outer, "boot/vmlinuz!/vmlinux").fileSize())
        .isEqualTo(Fixtures.array("elf/c-x64").length);
    assertThat(outer.root().value(PackageMeasures.SHIPPED)).isEqualTo(zip.size());
  }

  /** A kernel is a program of EFI, too, which has most of it packed. */
  @Test
  void whatAProgramOfEfiUnpacksIsARow() throws IOException {
    byte[] program = Fixtures.array("pe/c-mingw-x86.exe");
    byte[] start = new ByteWriter().u16(0).u32(0x676D_697A).u32(0x600).u32(0x200).array();
    System.arraycopy(start, 0, program, 2, start.length);
    SizeRow row =
        BinaryModel.open(write(program)).by(Dimensions.SYMBOL).rows().stream()
            .filter(one -> one.label().equals("[packed kernel]"))
            .findFirst()
            .orElseThrow();
    assertThat(row.fileSize()).isEqualTo(0x200);
  }

  /** Of one that is cut, all that is left of what is packed is no code either. */
  @Test
  void whatIsPackedIsNoCodeInAKernelThatIsCut() throws IOException {
    byte[] program = Fixtures.array("pe/c-mingw-x86.exe");
    byte[] start = new ByteWriter().u16(0).u32(0x676D_697A).u32(0x600).u32(1 << 20).array();
    System.arraycopy(start, 0, program, 2, start.length);
    BinaryModel model = BinaryModel.open(write(program));
    List<SizeRow> rows = model.by(Dimensions.SYMBOL).rows();
    assertThat(rows).extracting(SizeRow::label).contains("[packed kernel]");
    assertThat(rows.stream().filter(row -> row.label().equals("[packed kernel]")))
        .singleElement()
        .satisfies(row -> assertThat(row.fileSize()).isGreaterThan(30_000));
    assertThat(model.diagnostics()).anyMatch(one -> one.structure().equals("packed kernel"));
  }
}
