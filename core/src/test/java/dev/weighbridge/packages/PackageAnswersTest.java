package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.lint.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is there twice, what changed, and what makes packages larger than they need be. */
class PackageAnswersTest {
  @TempDir Path folder;

  private PackageModel open(String file) throws IOException {
    return open(file, Fixtures.array("packages/" + file));
  }

  private PackageModel open(String name, byte[] content) throws IOException {
    Path path = folder.resolve(name);
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

  @Test
  void contentsThatAreThereTwiceAreThoseOfTheTruth() throws IOException {
    PackageModel model = open("app-docker.tar");
    List<String> told = new ArrayList<>();
    for (CopiedContent copy : model.duplicates()) {
      List<String> places = new ArrayList<>();
      copy.entries().forEach(entry -> places.add(entry.layer() + ":" + entry.path()));
      if (copy.entries().get(0).layer() > 0) {
        told.add(copy.fileSize() + "\t" + String.join("\t", places));
        // Both copies lie in layers that are not packed.
        assertThat(copy.saving()).isEqualTo(copy.fileSize());
      }
    }
    List<String> truth = new ArrayList<>();
    for (String line : Fixtures.lines("packages/truth.tsv")) {
      if (line.startsWith("same\tapp-docker.tar\t")) {
        truth.add(line.substring("same\tapp-docker.tar\t".length()));
      }
    }
    assertThat(truth).isNotEmpty();
    assertThat(told).containsExactlyInAnyOrderElementsOf(truth);
  }

  @Test
  void changesSumToThatOfThePackages() throws IOException {
    PackageModel older = open("app-docker.tar");
    PackageModel newer = open("app-oci.tar");
    List<Dimension> levels = List.of(Dimensions.LAYER, Dimensions.ENTRY, Dimensions.SECTION);
    PackageChange whole = newer.since(older, levels, PackageMeasures.usual());
    assertThat(whole.delta(PackageMeasures.SHIPPED)).isEqualTo(186_880 - 361_984);
    addsUp(whole);
    PackageChange same = newer.since(newer, levels, PackageMeasures.usual());
    assertThat(same.rows()).allMatch(row -> row.status().equals("same"));
  }

  private static void addsUp(PackageChange change) {
    List<PackageChange> rows = change.rows();
    if (!rows.isEmpty()) {
      assertThat(rows.stream().mapToLong(row -> row.delta(PackageMeasures.SHIPPED)).sum())
          .isEqualTo(change.delta(PackageMeasures.SHIPPED));
      rows.forEach(PackageAnswersTest::addsUp);
    }
  }

  @Test
  void entriesComeAndGo() throws IOException {
    byte[] text = "some text".getBytes(StandardCharsets.UTF_8);
    PackageModel older = open("a.zip", zip(Map.of("gone", text)));
    PackageModel newer = open("b.zip", zip(Map.of("new", text)));
    PackageChange whole = newer.since(older, List.of(Dimensions.ENTRY), PackageMeasures.usual());
    assertThat(whole.rows())
        .extracting(PackageChange::label, PackageChange::status)
        .contains(tuple("gone", "removed"), tuple("new", "added"), tuple("[archive]", "same"));
  }

  /** Two files of which one came and one went, in the same number of bytes. */
  @Test
  void rowsAreChangedIfOnlyWhatIsBelowThemIs() throws IOException {
    PackageModel older = open("a.tar", tar("gone", "text"));
    PackageModel newer = open("b.tar", tar("new", "text"));
    List<Dimension> levels = List.of(Dimensions.LAYER, Dimensions.ENTRY);
    PackageChange whole = newer.since(older, levels, PackageMeasures.usual());
    assertThat(whole.status()).isEqualTo("changed");
    assertThat(whole.rows()).extracting(PackageChange::status).containsExactly("changed");
    // As many blocks of 512 bytes, but one byte more in them.
    PackageModel longer = open("c.tar", tar("gone", "texts"));
    PackageChange grown = longer.since(older, levels, PackageMeasures.usual());
    assertThat(grown.delta(PackageMeasures.SHIPPED)).isZero();
    assertThat(grown.status()).isEqualTo("changed");
    assertThat(newer.since(newer, levels, PackageMeasures.usual()).status()).isEqualTo("same");
  }

  @Test
  void hiddenFilesAreFoundInImages() throws IOException {
    List<PackageFinding> findings = open("app-docker.tar").lint();
    assertThat(findings)
        .extracting(PackageFinding::rule, PackageFinding::severity)
        .containsExactly(
            tuple("package-hidden", Severity.WARNING), tuple("package-duplicates", Severity.NOTE));
    // Two files of 9,672 and 9,608 bytes, each with two headers, one of them PAX, and padding.
    assertThat(findings.get(0).saving()).isEqualTo(20_480);
  }

  @Test
  void eachRuleFindsWhatItIsAbout() throws IOException {
    byte[] unstripped = Fixtures.array("elf/j2c-bs-all-immediate-sym");
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("usr/bin/app", unstripped);
    entries.put("usr/lib/debug/app.debug", unstripped);
    entries.put("usr/lib/libfix.a", Fixtures.array("ar/libfix.a"));
    entries.put("var/cache/apt/pkgcache.bin", new byte[] {1, 2, 3});
    entries.put("usr/bin/fix", Fixtures.array("macho/libfix-x64.dylib"));
    List<String> rules = new ArrayList<>();
    open("all.zip", zip(entries)).lint().forEach(finding -> rules.add(finding.rule()));
    assertThat(rules)
        .contains(
            "package-unstripped",
            "package-debug-files",
            "package-static-libraries",
            "package-caches",
            "package-duplicates");
  }

  /** PROVENANCE.md says which of them were stripped. */
  @Test
  void programsOfOtherFormatsAreStripped() throws IOException {
    Map<String, byte[]> entries = new TreeMap<>();
    entries.put("a.exe", Fixtures.array("pe/c-mingw-x86.exe"));
    entries.put("b.exe", Fixtures.array("pe/c-mingw-x64-strip.exe"));
    entries.put("c.wasm", Fixtures.array("wasm/tiny-196-dwarf.wasm"));
    entries.put("d.wasm", Fixtures.array("wasm/j2c-196-Oz-stripped.wasm"));
    assertThat(open("all.zip", zip(entries)).lint())
        .filteredOn(finding -> finding.rule().equals("package-unstripped"))
        .singleElement()
        .satisfies(
            finding ->
                assertThat(finding.places())
                    .extracting(PackageFinding.Place::label)
                    .containsExactlyInAnyOrder("a.exe", "c.wasm"));
  }

  @Test
  void storedEntriesAreDeflatedToSeeWhatItWouldSave() throws IOException {
    List<PackageFinding> findings = open("lib.jar").lint();
    PackageFinding stored =
        findings.stream().filter(one -> one.rule().equals("package-stored")).findFirst().get();
    assertThat(stored.places()).hasSize(1);
    assertThat(stored.places().get(0).label()).isEqualTo("native/stored.so");
    // gzip -9 of that entry takes 4,354 bytes, 18 of them its header and trailer.
    assertThat(stored.saving()).isBetween(9_672L - 4_500, 9_672L - 4_200);
  }

  @Test
  void nothingIsFoundInAPackageOfOneStrippedProgram() throws IOException {
    assertThat(open("app-xz.deb").lint()).isEmpty();
  }

  /** A tar archive of one entry, as POSIX has it. */
  private static byte[] tar(String path, String text) {
    byte[] tar = new byte[2048];
    byte[] name = path.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(name, 0, tar, 0, name.length);
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(content, 0, tar, 512, content.length);
    put(tar, 124, String.format(Locale.ROOT, "%011o", content.length));
    put(tar, 148, "        ");
    tar[156] = '0';
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += tar[i] & 0xFF;
    }
    put(tar, 148, String.format(Locale.ROOT, "%06o", sum));
    tar[154] = 0;
    return tar;
  }

  /** An entry packed with the lowest level, and one that nothing makes smaller. */
  @Test
  void entriesThatAreBadlyPackedAreFound() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] program = Fixtures.array("elf/j2c-bs-all-immediate-sym");
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int level : new int[] {0, 9}) {
        out.setLevel(level);
        out.putNextEntry(new ZipEntry("level" + level));
        out.write(program);
      }
    }
    List<PackageFinding> found = open("levels.zip", bytes.toByteArray()).lint();
    PackageFinding badly =
        found.stream()
            .filter(one -> one.rule().equals("package-badly-compressed"))
            .findFirst()
            .orElseThrow();
    assertThat(badly.places()).extracting(PackageFinding.Place::label).containsExactly("level0");
  }

  private static void put(byte[] target, int start, String text) {
    byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, target, start, ascii.length);
  }

  @Test
  void aManifestThatIsNoneOfAnImageMakesNoImage() throws IOException {
    PackageModel extension = open("extension.tar", tar("manifest.json", "{\"name\":\"x\"}"));
    assertThat(extension.format()).isEqualTo("tar");
    assertThat(extension.entries().path(0)).isEqualTo("manifest.json");
  }

  @Test
  void anImageWithoutItsLayersIsRefused() {
    String manifest = "[{\"Config\":\"c.json\",\"Layers\":[\"gone.tar\"]}]";
    assertThatThrownBy(() -> open("image.tar", tar("manifest.json", manifest)))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("expected the document c.json, found none");
  }

  @Test
  void encryptedEntriesAreWeighedAndNotOpened() throws IOException {
    byte[] zip = zip(Map.of("a", new byte[] {1}));
    int record = zip.length - 22 - 47;
    assertThat(zip[record + 2]).isEqualTo((byte) 1);
    zip[record + 8] |= 1;
    PackageModel model = open("encrypted.zip", zip);
    assertThat(model.entries().entry(0).problem()).isEqualTo("encrypted");
    assertThat(model.diagnostics()).hasSize(1);
  }
}
