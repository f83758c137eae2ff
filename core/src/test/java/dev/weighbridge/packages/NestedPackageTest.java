package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import dev.weighbridge.tree.SizeTree;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages in packages: what is in them is told, and sums stay exact. */
class NestedPackageTest {
  private static final String LIBRARY = "native/linux-x86_64/libapp.so";

  @TempDir Path folder;

  private PackageModel open(byte[] content) throws IOException {
    Path path = folder.resolve("outer.zip");
    Files.write(path, content);
    return PackageModel.open(path);
  }

  private static byte[] zip(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] fixture(String name) {
    return Fixtures.array("packages/" + name);
  }

  private static PackageEntry entry(PackageModel model, String path) throws IOException {
    return model.entries().stream()
        .filter(one -> one.path().equals(path))
        .findFirst()
        .orElseThrow();
  }

  private static void assertSums(PackageModel model) throws IOException {
    for (boolean isOpened : new boolean[] {false, true}) {
      PackageTree tree =
          isOpened ? model.by(Dimensions.ENTRY, Dimensions.SECTION) : model.by(Dimensions.ENTRY);
      long sum = 0;
      for (SizeRow row : tree.rows()) {
        sum += row.value(PackageMeasures.SHIPPED);
      }
      assertThat(sum).isEqualTo(model.shippedSize());
      assertThat(tree.root().value(PackageMeasures.SHIPPED)).isEqualTo(model.shippedSize());
    }
  }

  @Test
  void whatIsInPackagesOfAPackageIsTold() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("lib/inner.jar", fixture("lib.jar"));
    entries.put("app.deb", fixture("app-xz.deb"));
    entries.put("npm.tgz", fixture("npm.tgz"));
    entries.put("bin/c.gz", gzip(Fixtures.array("elf/c-x64")));
    entries.put("man.gz", gzip("a page of a manual".getBytes(StandardCharsets.UTF_8)));
    PackageModel model = open(zip(entries));
    assertSums(model);
    PackageEntry library = entry(model, "lib/inner.jar!/" + LIBRARY);
    // What the truth of lib.jar says.
    assertThat(library.fileSize()).isEqualTo(84_296);
    assertThat(library.type()).isEqualTo("ELF shared object");
    assertThat(entry(model, "lib/inner.jar").fileSize()).isZero();
    assertThat(entry(model, "lib/inner.jar").type()).isEqualTo("zip file");
    assertThat(entry(model, "app.deb!/data.tar.xz!/usr/bin/app").fileSize()).isEqualTo(84_296);
    assertThat(entry(model, "npm.tgz!/package/bin/app").type()).isEqualTo("ELF executable");
    assertThat(entry(model, "bin/c.gz!/c").fileSize())
        .isEqualTo(Fixtures.array("elf/c-x64").length);
    assertThat(entry(model, "man.gz").fileSize()).isPositive();
    assertThat(model.by(Dimensions.entry(2)).rows())
        .extracting(SizeRow::label)
        .contains("lib/inner.jar", "app.deb!/data.tar.xz")
        .doesNotContain("lib/inner.jar!");
    assertThat(model.diagnostics()).isEmpty();
  }

  @Test
  void aPackageThatIsThereTwiceIsOneCopy() throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a.deb", fixture("app-xz.deb"));
    entries.put("b.deb", fixture("app-xz.deb"));
    entries.put("npm.tgz", fixture("npm.tgz"));
    List<CopiedContent> copies = open(zip(entries)).duplicates();
    // One program is in all three; a package that is there once more is not looked into again.
    assertThat(copies.get(0).entries())
        .extracting(PackageEntry::path)
        .containsExactly(
            "b.deb!/data.tar.xz!/usr/bin/app",
            "npm.tgz!/package/bin/app",
            "npm.tgz!/package/prebuilds/x/app.node");
    assertThat(copies.get(1).fileSize()).isEqualTo(fixture("app-xz.deb").length);
    assertThat(copies.get(1).entries())
        .extracting(PackageEntry::path)
        .containsExactly("a.deb", "b.deb");
    assertThat(copies).hasSize(2);
  }

  @Test
  void onlySoManyPackagesInOneAreOpened() throws IOException {
    byte[] inner = zip(Map.of("c", new byte[] {1}));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < Limits.MAX_PACKAGES_INSIDE + 2; i++) {
      entries.put("n" + i + ".zip", inner);
    }
    PackageModel model = open(zip(entries));
    assertThat(entry(model, "n0.zip!/c").fileSize()).isEqualTo(1);
    assertThat(entry(model, "n" + (Limits.MAX_PACKAGES_INSIDE + 1) + ".zip").fileSize())
        .isEqualTo(inner.length);
    assertThat(model.entries().count()).isEqualTo(2 * Limits.MAX_PACKAGES_INSIDE + 2);
    assertThat(model.diagnostics()).hasSize(1);
  }

  @Test
  void nestsHaveAnEnd() throws IOException {
    byte[] content = zip(Map.of("c", Fixtures.array("elf/c-x64")));
    for (int i = 0; i < 7; i++) {
      content = zip(Map.of("n.zip", content));
    }
    PackageModel model = open(content);
    assertSums(model);
    List<PackageEntry> entries = model.entries().stream().toList();
    String four = "n.zip!/n.zip!/n.zip!/n.zip!/";
    assertThat(entries.get(0).path()).isEqualTo(four + "n.zip");
    assertThat(entries.get(0).type()).isEqualTo("zip file");
    assertThat(entries.get(0).fileSize()).isPositive();
  }

  @Test
  void aDamagedOneStaysAnEntryAndIsTold() throws IOException {
    byte[] jar = fixture("lib.jar");
    byte[] cut = Arrays.copyOf(jar, jar.length / 2);
    PackageModel model = open(zip(Map.of("cut.jar", cut)));
    assertSums(model);
    assertThat(entry(model, "cut.jar").fileSize()).isEqualTo(cut.length);
    assertThat(model.diagnostics().get(0).structure()).startsWith("cut.jar: ");
  }

  /** The names and sizes of functions and data are those that {@code nm -S} tells. */
  @Test
  void functionsThatSeveralBinariesHaveAreTold() throws IOException {
    byte[] binary = Fixtures.array("elf/c-x64");
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("a", binary);
    // Another file with the same functions.
    entries.put("in/b.zip", zip(Map.of("b", Arrays.copyOf(binary, binary.length + 1))));
    entries.put("c", binary);
    entries.put("other", Fixtures.array("elf/cpp-x64"));
    PackageDuplicates duplicates = open(zip(entries)).allDuplicates();
    assertThat(duplicates.contents()).hasSize(1);
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (CopiedBody body : duplicates.bodies()) {
      sizes.put(body.label(), body.fileSize());
      assertThat(body.saving()).isBetween(0L, (body.copyCount() - 1) * body.fileSize());
    }
    assertThat(sizes)
        .containsEntry("main", 0x112L)
        .containsEntry("crc32_of", 0xd4L)
        .containsEntry("state_machine", 0x9dL)
        .containsEntry("count_words", 0x6bL)
        .containsEntry("initialised", 0x100L)
        .doesNotContainKeys("build_note", "big_zeroed");
    CopiedBody main =
        duplicates.bodies().stream().filter(one -> one.label().equals("main")).findFirst().get();
    assertThat(main.what()).isEqualTo("function");
    assertThat(main.copyCount()).isEqualTo(2);
    assertThat(main.entries()).extracting(PackageEntry::path).containsExactly("a", "in/b.zip!/b");
  }

  private static byte[] stored(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        CRC32 sum = new CRC32();
        sum.update(entry.getValue());
        ZipEntry header = new ZipEntry(entry.getKey());
        header.setMethod(ZipEntry.STORED);
        header.setSize(entry.getValue().length);
        header.setCrc(sum.getValue());
        out.putNextEntry(header);
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }

  /** What a packed program has inside weighs and costs what it does where it lies alone. */
  @Test
  void whatIsInPackedProgramsOfAPackageIsTold() throws IOException {
    byte[] packed = Fixtures.array("upx/c-x64-nrv2e");
    Path alone = Files.write(folder.resolve("app"), packed);
    SizeTree expected =
        BinaryModel.open(alone, OpenOptions.DEFAULT.withUnpacking(true))
            .by(List.of(Dimensions.SECTION), List.of(Measures.SHIPPED, Measures.FILE));
    byte[] damaged = packed.clone();
    damaged[1_000] ^= 1;
    PackageModel model = open(stored(Map.of("bin/app", packed, "bin/damaged", damaged)));
    assertSums(model);
    assertThat(entry(model, "bin/app").type()).isEqualTo("packed program");
    assertThat(entry(model, "bin/app!/app").type()).isEqualTo("ELF executable");
    assertThat(entry(model, "bin/app!/app").fileSize()).isEqualTo(16_992);
    assertThat(entry(model, "bin/damaged").fileSize()).isEqualTo(packed.length);
    SizeRow inside =
        model.by(Dimensions.ENTRY, Dimensions.SECTION).rows().stream()
            .filter(row -> row.label().equals("bin/app!/app"))
            .findFirst()
            .orElseThrow();
    List<SizeRow> rows = new ArrayList<>(inside.rows());
    rows.removeIf(row -> row.label().equals("[entry overhead]"));
    assertThat(rows).hasSizeGreaterThan(20);
    for (SizeRow row : rows) {
      SizeRow same =
          expected.rows().stream().filter(one -> one.label().equals(row.label())).findFirst().get();
      assertThat(row.fileSize()).as(row.label()).isEqualTo(same.fileSize());
      // Spans are rounded at other places.
      assertThat(row.value(PackageMeasures.SHIPPED))
          .as(row.label())
          .isBetween(same.value(Measures.SHIPPED) - 2, same.value(Measures.SHIPPED) + 2);
    }
    assertThat(model.diagnostics()).anyMatch(one -> one.structure().startsWith("bin/damaged"));
    PackageTree symbols = model.by(Dimensions.ENTRY, Dimensions.SYMBOL);
    assertThat(symbols.rows().stream().filter(row -> row.label().equals("bin/damaged")))
        .singleElement()
        .satisfies(
            row -> assertThat(row.rows()).extracting(SizeRow::label).contains("[UPX-packed data]"));
  }
}
