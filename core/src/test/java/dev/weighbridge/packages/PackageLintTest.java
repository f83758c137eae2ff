package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.Content;
import dev.weighbridge.formats.testing.ElfSectionRow;
import dev.weighbridge.formats.testing.ElfWriter;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.packages.PackageFinding.Place;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is counted by the rules that look at whole files of a package. */
class PackageLintTest {
  @TempDir Path folder;

  private PackageModel tar(byte[]... entries) throws IOException {
    Path path = folder.resolve("a.tar");
    Files.write(path, TarBytes.join(TarBytes.join(entries), new byte[1024]));
    return PackageModel.open(path);
  }

  private static List<Place> places(PackageModel model, String rule) throws IOException {
    return model.lint().stream()
        .filter(finding -> finding.rule().equals(rule))
        .flatMap(finding -> finding.places().stream())
        .toList();
  }

  /** A package of programs, folders and texts is one file of the cache, as size has it. */
  @Test
  void aPackageInACacheIsCountedWithAllThatIsInIt() throws IOException {
    byte[] deb = Fixtures.array("packages/app-xz.deb");
    PackageModel model =
        tar(
            TarBytes.entry("var/cache/apt/archives/app.deb", deb, ""),
            TarBytes.entry("root/.cache/app", Fixtures.array("elf/j2c-bs-all-immediate-sym"), ""));
    List<Place> places = places(model, "package-caches");
    assertThat(places)
        .extracting(Place::label)
        .containsExactlyInAnyOrder("var/cache/apt/archives/app.deb", "root/.cache/app");
    long all = Files.size(folder.resolve("a.tar")) - 1024;
    assertThat(places.stream().mapToLong(Place::shipped).sum()).isEqualTo(all);
    long sizes =
        model.by(Dimensions.ENTRY).rows().stream()
            .filter(row -> !row.label().startsWith("["))
            .mapToLong(row -> row.value(PackageMeasures.SHIPPED))
            .sum();
    assertThat(sizes).isEqualTo(all);
    assertThat(places(model, "package-unstripped")).isEmpty();
  }

  @Test
  void aPackageThatIsHiddenIsOneFile() throws IOException {
    byte[] deb = Fixtures.array("packages/app-xz.deb");
    PackageModel model =
        OverlayTest.image(
            folder.resolve("i.tar"),
            TarBytes.join(TarBytes.entry("h.deb", deb, ""), TarBytes.entry("seen.deb", deb, "")),
            TarBytes.entry(".wh.h.deb", new byte[0], ""));
    int blocks = (deb.length + 511) / 512 * 512;
    assertThat(places(model, "package-hidden"))
        .containsExactly(new Place("layer 1: l0!h.deb", 512 + blocks));
    // The other copy is one that nobody sees: hiding it is told above.
    assertThat(places(model, "package-duplicates")).isEmpty();
  }

  @Test
  void aModuleOfWasmIsNoProgramOfAnotherMachine() throws IOException {
    byte[] elf = Fixtures.array("elf/j2c-bs-all-immediate-sym");
    byte[] wasm = Fixtures.array("wasm/j2c-196-Oz-stripped.wasm");
    byte[] macho = Fixtures.array("macho/libfix-arm64.dylib");
    byte[] first = TarBytes.entry("a", elf, "");
    byte[] second = TarBytes.entry("b.wasm", wasm, "");
    assertThat(places(tar(first, second), "package-architectures")).isEmpty();
    assertThat(places(tar(first, second, TarBytes.entry("c", macho, "")), "package-architectures"))
        .extracting(Place::label)
        .containsExactlyInAnyOrder("x86_64", "aarch64");
  }

  /** strip(1) keeps what is loaded, as .BTF of a kernel is (SHF_ALLOC). */
  @Test
  void aSectionThatIsLoadedIsNotStripped() throws IOException {
    Content types = Content.of(new byte[4000]);
    byte[] kernel =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.data(".BTF", 0x1000, types))
            .array();
    byte[] module =
        ElfWriter.of(64, ByteOrder.LITTLE_ENDIAN)
            .section(ElfSectionRow.named(".BTF").content(types))
            .array();
    PackageModel model = tar(TarBytes.entry("k", kernel, ""), TarBytes.entry("m", module, ""));
    assertThat(places(model, "package-unstripped")).containsExactly(new Place("m", 4000));
  }
}
