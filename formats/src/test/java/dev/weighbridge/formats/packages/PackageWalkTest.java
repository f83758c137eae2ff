package dev.weighbridge.formats.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** What is told of packages, against walkers in Python: see PROVENANCE.md. */
class PackageWalkTest {
  /** Costs are known of each byte; of several members a decoder of deflate tells them. */
  private static long tolerance(String file) {
    return file.equals("alpine.apk") ? 140 : 1;
  }

  private static WalkedPackage walk(String file) {
    return WalkedPackage.of(file, Fixtures.array("packages/" + file), true);
  }

  private static List<String[]> truth(String kind, String file) {
    List<String[]> rows = new ArrayList<>();
    for (String line : Fixtures.lines("packages/truth.tsv")) {
      String[] cells = line.split("\t", -1);
      if (cells[0].equals(kind) && cells[1].equals(file)) {
        rows.add(cells);
      }
    }
    return rows;
  }

  private static long part(String file, String name) {
    for (String[] cells : truth("part", file)) {
      if (cells[2].equals(name)) {
        return Long.parseLong(cells[3]);
      }
    }
    return 0;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm.tgz",
        "lib.jar",
        "lib.apk",
        "app-xz.deb",
        "app-mixed.deb",
        "app-gzdio.rpm",
        "app-xzdio.rpm",
        "app-zstdio.rpm",
        "app-newc.cpio",
        "initramfs.img",
        "alpine.apk"
      })
  void entriesAreThoseOfTheTruthAndSumToTheFile(String file) {
    WalkedPackage walked = walk(file);
    long off = tolerance(file);
    assertThat(walked.sum()).isEqualTo(Fixtures.array("packages/" + file).length);
    for (String[] cells : truth("entry", file)) {
      WalkedPackage.Row row = walked.row(cells[2]);
      assertThat(row.fileSize()).as(cells[2]).isEqualTo(Long.parseLong(cells[3]));
      double content = Double.parseDouble(cells[4]);
      if (content >= 0) {
        assertThat((double) row.shipped()).as(cells[2]).isBetween(content - off, content + off);
      }
      double whole = Double.parseDouble(cells[5]);
      if (whole >= 0) {
        assertThat((double) row.overhead() + row.shipped())
            .as(cells[2])
            .isBetween(whole - off, whole + off);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lib.jar", "lib.apk"})
  void headersOfZipFilesAreExact(String file) {
    WalkedPackage walked = walk(file);
    for (WalkedPackage.Row row : walked.rows) {
      String path = row.header().path();
      long headers = 0;
      for (String what : List.of("local header ", "extra ", "descriptor ", "central ")) {
        headers += part(file, what + path);
      }
      assertThat(row.overhead()).as(path).isEqualTo(headers);
      assertThat(row.shipped()).as(path).isEqualTo(part(file, "data " + path));
    }
    assertThat(walked.own.get("[archive]")).isEqualTo(part(file, "EOCD and comment"));
    assertThat(walked.own.getOrDefault("[APK signing block]", 0L))
        .isEqualTo(part(file, "APK signing block"));
  }

  @Test
  void partsOfSystemPackagesAreExact() {
    Map<String, Long> own = walk("app-gzdio.rpm").own;
    assertThat(own).containsEntry("[rpm lead]", 96L).containsEntry("[rpm signature]", 4408L);
    assertThat(own).containsEntry("[rpm header]", part("app-gzdio.rpm", "header"));
    assertThat(walk("app-mixed.deb").parts).contains("control.tar.gz", "data.tar.zst");
    assertThat(walk("alpine.apk").parts).contains("signature", "control", "data");
    WalkedPackage.Row linked = walk("app-xzdio.rpm").row("./usr/bin/app");
    assertThat(linked.header().kind()).isEqualTo(EntryKind.HARD_LINK);
    assertThat(walk("initramfs.img").parts).containsExactly("archive 2");
  }

  @Test
  void contentsAreRestored() {
    byte[] app = walk("lib.jar").row("copy/libapp.so").content();
    assertThat(app).hasSize(84_296);
    assertThat(walk("npm.tgz").row("package/bin/app").content()).isEqualTo(app);
    assertThat(walk("app-xz.deb").row("./usr/bin/app").content()).isEqualTo(app);
    assertThat(walk("app-mixed.deb").row("./usr/bin/app").content()).isEqualTo(app);
    assertThat(walk("app-zstdio.rpm").row("./usr/bin/app-hard").content()).isEqualTo(app);
    assertThat(walk("initramfs.img").row("usr/bin/app").content()).isEqualTo(app);
    assertThat(walk("app-newc.cpio").row("usr/bin/app").content()).isEqualTo(app);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dialect-ustar.tar",
        "dialect-gnu.tar",
        "dialect-pax.tar",
        "sparse-gnu.tar",
        "sparse-pax.tar"
      })
  void dialectsOfTarAreReadAsPythonReadsThem(String file) {
    WalkedPackage walked = walk(file);
    assertThat(walked.sum()).isEqualTo(Fixtures.array("packages/" + file).length);
    List<String> told = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    List<String> lines = new ArrayList<>(Fixtures.lines("packages/dialects.tsv"));
    lines.removeIf(line -> !line.startsWith(file + "\t"));
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split("\t", -1);
      expected.add(String.join(" ", Arrays.copyOfRange(cells, 1, 6)));
      WalkedPackage.Row row = walked.rows.get(i);
      boolean isSparse = row.header().kind() == EntryKind.SPARSE_FILE;
      String path = row.header().path().replaceAll("/$", "");
      String sizes =
          (isSparse ? -1 : row.fileSize())
              + " "
              + (cells[5].equals("-1") ? -1 : row.overhead() + row.shipped());
      told.add(path + " " + row.header().kind() + " " + row.header().link() + " " + sizes);
    }
    assertThat(told).isEqualTo(expected);
    assertThat(walked.rows).hasSize(lines.size());
  }

  @Test
  void theOldAsciiFormOfCpioIsRead() {
    WalkedPackage walked = walk("odc.cpio");
    assertThat(walked.sum()).isEqualTo(Fixtures.array("packages/odc.cpio").length);
    assertThat(walked.row("one").header().kind()).isEqualTo(EntryKind.HARD_LINK);
    assertThat(new String(walked.row("two").content(), StandardCharsets.UTF_8)).isEqualTo("one\n");
  }

  @Test
  void whatLiesBehindAnArchiveIsTold() {
    byte[] tar = Fixtures.array("packages/dialect-ustar.tar");
    byte[] longer = Arrays.copyOf(tar, tar.length + 1000);
    Arrays.fill(longer, tar.length, longer.length, (byte) 'h');
    WalkedPackage walked = WalkedPackage.of("longer.tar", longer, false);
    assertThat(walked.own.get("[behind the archive]")).isEqualTo(1000);
    assertThat(walked.sum()).isEqualTo(longer.length);
  }

  /** Layers of umoci 0.4.7 have neither padding behind their last file nor blocks of zeros. */
  @Test
  void anArchiveMayEndWithItsLastFile() {
    byte[] tar = Fixtures.array("packages/dialect-ustar.tar");
    WalkedPackage whole = WalkedPackage.of("whole.tar", tar, true);
    WalkedPackage.Row last = whole.rows.get(0);
    long end = 0;
    long at = 0;
    for (WalkedPackage.Row row : whole.rows) {
      if (row.fileSize() % 512 != 0) {
        last = row;
        end = at + 512 + row.fileSize();
      }
      at += row.overhead() + row.shipped();
    }
    WalkedPackage cut = WalkedPackage.of("cut.tar", Arrays.copyOf(tar, (int) end), true);
    assertThat(cut.sum()).isEqualTo(end);
    WalkedPackage.Row lastOfCut = cut.rows.get(cut.rows.size() - 1);
    assertThat(lastOfCut.header().path()).isEqualTo(last.header().path());
    assertThat(lastOfCut.content()).isEqualTo(last.content());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm.tgz",
        "lib.jar",
        "app-xz.deb",
        "app-mixed.deb",
        "app-gzdio.rpm",
        "app-newc.cpio",
        "dialect-pax.tar"
      })
  void aPackageThatIsCutIsRefused(String file) {
    byte[] whole = Fixtures.array("packages/" + file);
    for (int part = 1; part < 8; part++) {
      // Behind the last entry of a tar archive zeros alone are missing.
      byte[] cut = Arrays.copyOf(whole, Math.min(whole.length, 15_000) * part / 8 | 1);
      assertThatThrownBy(() -> WalkedPackage.of(file, cut, true))
          .as(file + " cut to " + cut.length)
          .isInstanceOf(BinaryException.class);
    }
  }

  /** By what {@code cpio -itv} and {@code ar tv} say of sizes, and where members begin. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "app-newc.cpio|40000|expected 44656 more bytes, found the end of the package",
        "app-xz.deb|20000|expected 42284 bytes, found 19520 before the end of the package",
        "app-xz.deb|450|expected 60 bytes, found 30 before the end of the package",
        "app-xzdio.rpm|30000|expected more xz data, found the end",
      })
  void whatIsMissingOfACutPackageIsTold(String file, int size, String message) {
    byte[] cut = Arrays.copyOf(Fixtures.array("packages/" + file), size);
    assertThatThrownBy(() -> WalkedPackage.of(file, cut, false))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageEndingWith(message);
  }

  @Test
  void damagedPackagesGiveOnlyOurExceptions() {
    for (String file : List.of("npm.tgz", "lib.jar", "app-xz.deb", "app-zstdio.rpm", "lib.apk")) {
      byte[] whole = Fixtures.array("packages/" + file);
      for (int i = 1; i < 12; i++) {
        byte[] damaged = whole.clone();
        damaged[(int) (8 + (i * 2_654_435_761L & 0x7FFF_FFFF) % (whole.length - 8))] ^=
            (byte) (1 << (i % 8));
        try {
          assertThat(WalkedPackage.of(file, damaged, true).sum()).isEqualTo(whole.length);
        } catch (BinaryException e) {
          assertThat(e.getMessage()).contains("expected").contains("found");
        }
      }
    }
  }

  @Test
  void entriesThatOverlapAreRefused() {
    byte[] zip = Fixtures.array("packages/lib.jar");
    // The second record of the central directory leads to the first local header.
    int end = zip.length - (int) part("lib.jar", "EOCD and comment");
    int directory = Bytes.of(zip).i32(end + 16);
    int second = directory + (int) part("lib.jar", "central META-INF/MANIFEST.MF");
    Arrays.fill(zip, second + 42, second + 46, (byte) 0);
    assertThatThrownBy(() -> WalkedPackage.of("bomb.zip", zip, false))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("do not overlap");
  }

  @Test
  void formatsAreToldByContent() {
    assertThat(PackageFormat.of(Fixtures.bytes("packages/app-xz.deb"))).hasValue(PackageFormat.DEB);
    assertThat(PackageFormat.of(Fixtures.bytes("packages/lib.apk"))).hasValue(PackageFormat.ZIP);
    assertThat(PackageFormat.of(Bytes.of(new byte[1024]))).isEmpty();
    assertThat(PackageFormat.of(Bytes.of(new byte[0]))).isEmpty();
  }

  /** APPNOTE.TXT 4.1.9: places may count from the script or from behind it; Python's zipapp. */
  @Test
  void aZipFileMayStandBehindAScript() {
    byte[] zip = Fixtures.array("packages/lib.jar");
    byte[] script = "#!/usr/bin/env python3\nexit # P\n".getBytes(StandardCharsets.US_ASCII);
    byte[] both = new ByteWriter().raw(script).raw(zip).array();
    assertThat(PackageFormat.of(Bytes.of(both))).hasValue(PackageFormat.ZIP);
    WalkedPackage walked = WalkedPackage.of("app.pyz", both, true);
    assertThat(walked.own).containsEntry("[before the archive]", (long) script.length);
    assertThat(walked.sum()).isEqualTo(both.length);
    assertThat(walked.rows).hasSameSizeAs(walk("lib.jar").rows);
    // In other packages only the begin is there to tell.
    Bytes head = Bytes.of(Arrays.copyOf(both, 200));
    assertThat(PackageFormat.mayBe("app", head)).isTrue();
    assertThat(PackageFormat.mayBe("app", Bytes.of(script))).isFalse();
    assertThat(PackageFormat.of(Bytes.of(script))).isEmpty();
  }

  private static byte[] packed(byte[] content, boolean isXz) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packing =
        isXz ? new XZOutputStream(out, new LZMA2Options(0)) : new GZIPOutputStream(out)) {
      packing.write(content);
    }
    return out.toByteArray();
  }

  /** Where the last chunk ends that was restored: behind it are a mark, padding and a check. */
  @Test
  void damagedDataOfXzIsToldWhereItLies() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] tar = Fixtures.array("packages/dialect-ustar.tar");
    long second;
    try (XZOutputStream packing = new XZOutputStream(out, new LZMA2Options(0))) {
      packing.write(tar, 0, 5000);
      packing.endBlock();
      second = out.size();
      packing.write(tar, 5000, tar.length - 5000);
      packing.endBlock();
    }
    byte[] xz = out.toByteArray();
    xz[(int) second + 60] ^= 1;
    assertThatThrownBy(() -> WalkedPackage.of("a.tar.xz", xz, true))
        .isInstanceOfSatisfying(
            MalformedBinaryException.class,
            e -> assertThat(e.fileOffset()).isBetween(second - 12, second + 60));
  }

  /**
   * Documentation/driver-api/early-userspace/buffer-format.rst: any number of archives, each packed
   * or not, with zeros between them; zstd and lz4 by their tools, see PROVENANCE.md.
   */
  @Test
  void segmentsOfAnInitramfsArePackedEachInItsOwnWay() throws IOException {
    byte[] archive = Fixtures.array("packages/app-newc.cpio");
    byte[] old = Fixtures.array("packages/odc.cpio");
    byte[] twice = new ByteWriter().raw(old).raw(old).padTo(2 * old.length + 512).array();
    byte[] image =
        new ByteWriter()
            .raw(archive)
            .raw(packed(old, true))
            .raw(packed(twice, false))
            .padTo(archive.length + packed(old, true).length + packed(twice, false).length + 13)
            .raw(Fixtures.array("packages/odc.cpio.zst"))
            .raw(Fixtures.array("packages/odc.cpio.lz4"))
            .raw(packed(old, false))
            .array();
    WalkedPackage walked = WalkedPackage.of("initramfs.img", image, true);
    assertThat(walked.sum()).isEqualTo(image.length);
    assertThat(walked.parts)
        .containsExactly(
            "archive 2", "archive 3", "archive 4", "archive 5", "archive 6", "archive 7");
    assertThat(walked.rows.stream().filter(row -> row.header().path().equals("two"))).hasSize(6);
    assertThat(walked.own)
        .containsEntry("[padding]", 76 + 13L)
        .doesNotContainKey("[behind the archive]");
    assertThat(walked.own.get("[compression frame]")).isLessThan(400);
  }
}
