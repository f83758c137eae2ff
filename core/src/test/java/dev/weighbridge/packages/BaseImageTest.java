package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.PackageModel;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.formats.testing.Fixtures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a base image the programs above it are linked to. */
class BaseImageTest {
  private static final String STEPS =
      "{\"created_by\":\"ADD rootfs\"},{\"created_by\":\"CMD [\\\"sh\\\"]\",\"empty_layer\":true},"
          + "{\"created_by\":\"COPY app\"}";

  @TempDir Path folder;

  /** One entry of a tar archive; a link if it has no contents. */
  private static byte[] entry(String path, byte[] content, String link) {
    ByteWriter header = new ByteWriter().raw(ascii(path)).padTo(100).raw(ascii("0000644"));
    header.padTo(124).raw(ascii(String.format(Locale.ROOT, "%011o", content.length))).padTo(148);
    byte[] end =
        new ByteWriter().u8(link.isEmpty() ? '0' : '2').raw(ascii(link)).padTo(356).array();
    int sum = 8 * ' ';
    for (byte b : header.array()) {
      sum += b & 0xFF;
    }
    for (byte b : end) {
      sum += b & 0xFF;
    }
    header.raw(ascii(String.format(Locale.ROOT, "%06o\0 ", sum))).raw(end);
    return header.raw(content).align(512).array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteWriter all = new ByteWriter();
    for (byte[] part : parts) {
      all.raw(part);
    }
    return all.array();
  }

  private PackageModel image(String steps, byte[]... layers) throws IOException {
    ByteWriter tar = new ByteWriter();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < layers.length; i++) {
      tar.raw(entry("l" + i + ".tar", layers[i], ""));
      names.append(i == 0 ? "" : ",").append("\"l").append(i).append(".tar\"");
    }
    String manifest = "[{\"Config\":\"c.json\",\"Layers\":[" + names + "]}]";
    tar.raw(entry("c.json", ascii("{\"history\":[" + steps + "]}"), ""));
    tar.raw(entry("manifest.json", ascii(manifest), ""));
    return PackageModel.open(
        Files.write(folder.resolve("image.tar"), tar.padTo(tar.size() + 1024).array()));
  }

  private static Optional<PackageFinding> finding(PackageModel model) throws IOException {
    return model.lint().stream().filter(one -> one.rule().equals("package-base-image")).findFirst();
  }

  /** The program needs libc.so.6, as {@code readelf -d} says; a link leads to the library. */
  private static byte[] base() {
    return join(
        entry("lib/libc.so.6", new byte[0], "libc-2.36.so"),
        entry("lib/libc-2.36.so", Fixtures.array("elf/c-x64"), ""),
        entry("bin/other", new byte[5000], ""));
  }

  @Test
  void whatNoProgramIsLinkedToIsFound() throws IOException {
    byte[] above = entry("app", Fixtures.array("elf/c-x64"), "");
    PackageFinding found = finding(image(STEPS, base(), above)).orElseThrow();
    // The other file and the link, each with a header.
    assertThat(found.saving()).isEqualTo(512 + 5120 + 512);
    assertThat(found.places())
        .extracting(PackageFinding.Place::label)
        .containsExactly("layer 1: ADD rootfs");
    assertThat(found.help())
        .contains("need libc.so.6, 17,920 bytes of it")
        .doesNotContain("script");
  }

  @Test
  void scriptsNeedMoreThanLibraries() throws IOException {
    byte[] above =
        join(entry("app", Fixtures.array("elf/c-x64"), ""), entry("run", ascii("#!/bin/sh\n"), ""));
    assertThat(finding(image(STEPS, base(), above)).orElseThrow().help())
        .contains("a script above it needs an interpreter");
  }

  @Test
  void withoutAHistoryARootFileSystemIsTheBase() throws IOException {
    byte[] above = entry("app", Fixtures.array("elf/c-x64"), "");
    byte[] root = join(entry("etc/os-release", ascii("NAME=x\n"), ""), base());
    assertThat(finding(image("", root, above))).isPresent();
    assertThat(finding(image("", base(), above))).isEmpty();
  }

  @Test
  void nothingIsSaidWhereNoProgramLiesAbove() throws IOException {
    for (byte[] above : List.of(entry("text", ascii("text"), ""), new byte[1024])) {
      assertThat(finding(image(STEPS, base(), above))).isEmpty();
    }
  }
}
