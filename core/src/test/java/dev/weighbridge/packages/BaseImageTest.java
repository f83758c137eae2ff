package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.PackageModel;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a base image the programs above it are linked to. */
class BaseImageTest {
  private static final String STEPS =
      "{\"created_by\":\"ADD rootfs\"},{\"created_by\":\"CMD [\\\"sh\\\"]\",\"empty_layer\":true},"
          + "{\"created_by\":\"COPY app\"}";

  @TempDir Path folder;

  private PackageModel image(String steps, byte[]... layers) throws IOException {
    ByteWriter tar = new ByteWriter();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < layers.length; i++) {
      tar.raw(TarBytes.entry("l" + i + ".tar", layers[i], ""));
      names.append(i == 0 ? "" : ",").append("\"l").append(i).append(".tar\"");
    }
    String manifest = "[{\"Config\":\"c.json\",\"Layers\":[" + names + "]}]";
    tar.raw(TarBytes.entry("c.json", TarBytes.ascii("{\"history\":[" + steps + "]}"), ""));
    tar.raw(TarBytes.entry("manifest.json", TarBytes.ascii(manifest), ""));
    return PackageModel.open(
        Files.write(folder.resolve("image.tar"), tar.padTo(tar.size() + 1024).array()));
  }

  private static Optional<PackageFinding> finding(PackageModel model) throws IOException {
    return model.lint().stream().filter(one -> one.rule().equals("package-base-image")).findFirst();
  }

  /** The program needs libc.so.6, as {@code readelf -d} says; a link leads to the library. */
  private static byte[] base() {
    return TarBytes.join(
        TarBytes.entry("lib/libc.so.6", new byte[0], "libc-2.36.so"),
        TarBytes.entry("lib/libc-2.36.so", Fixtures.array("elf/c-x64"), ""),
        TarBytes.entry("bin/other", new byte[5000], ""));
  }

  @Test
  void whatNoProgramIsLinkedToIsFound() throws IOException {
    byte[] above = TarBytes.entry("app", Fixtures.array("elf/c-x64"), "");
    PackageFinding found = finding(image(STEPS, base(), above)).orElseThrow();
    // The other file and the link, each with a header.
    assertThat(found.saving()).isEqualTo(512 + 5120 + 512);
    assertThat(found.places())
        .extracting(PackageFinding.Place::label)
        .containsExactly("layer 1: ADD rootfs");
    assertThat(found.help())
        .contains("need libc.so.6, 17,920 bytes of it")
        // The three of them, and the header of the layer.
        .startsWith("the base is 24,576 bytes, ")
        .doesNotContain("script");
  }

  /** What a packed program needs is what the program inside needs. */
  @Test
  void packedProgramsNeedLibraries() throws IOException {
    byte[] above = TarBytes.entry("app", Fixtures.array("upx/c-x64-nrv2e"), "");
    assertThat(finding(image(STEPS, base(), above)).orElseThrow().help())
        .contains("need libc.so.6, 17,920 bytes of it");
  }

  @Test
  void scriptsNeedMoreThanLibraries() throws IOException {
    byte[] above =
        TarBytes.join(
            TarBytes.entry("app", Fixtures.array("elf/c-x64"), ""),
            TarBytes.entry("run", TarBytes.ascii("#!/bin/sh\n"), ""));
    assertThat(finding(image(STEPS, base(), above)).orElseThrow().help())
        .contains("a script above it needs an interpreter");
  }

  @Test
  void withoutAHistoryARootFileSystemIsTheBase() throws IOException {
    byte[] above = TarBytes.entry("app", Fixtures.array("elf/c-x64"), "");
    byte[] root =
        TarBytes.join(TarBytes.entry("etc/os-release", TarBytes.ascii("NAME=x\n"), ""), base());
    assertThat(finding(image("", root, above))).isPresent();
    assertThat(finding(image("", base(), above))).isEmpty();
  }

  @Test
  void nothingIsSaidWhereNoProgramLiesAbove() throws IOException {
    for (byte[] above :
        List.of(TarBytes.entry("text", TarBytes.ascii("text"), ""), new byte[1024])) {
      assertThat(finding(image(STEPS, base(), above))).isEmpty();
    }
  }
}
