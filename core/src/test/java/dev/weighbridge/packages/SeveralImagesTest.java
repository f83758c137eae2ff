package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.OpenOptions;
import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.ByteWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that hold several images: which one is meant, and what the bytes of the others are. */
class SeveralImagesTest {
  private static final String AMD = "{\"architecture\":\"amd64\",\"os\":\"linux\"}";
  private static final String ARM =
      "{\"architecture\":\"arm64\",\"os\":\"linux\",\"variant\":\"v8\"}";

  @TempDir Path folder;
  private Path layout;

  @BeforeEach
  void makeLayout() throws IOException {
    layout = folder.resolve("layout");
    Files.createDirectories(layout.resolve("blobs/sha256"));
    Files.writeString(layout.resolve("oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
  }

  /** What {@code docker save one:1 two:1} writes, up to version 24. */
  private Path archive() throws IOException {
    ByteWriter tar = new ByteWriter();
    for (String name : List.of("base", "one", "two")) {
      byte[] layer = TarBytes.entry("etc/" + name, TarBytes.ascii(name), "");
      tar.raw(TarBytes.entry(name + ".tar", layer, ""));
    }
    tar.raw(TarBytes.entry("aaaa1.json", TarBytes.ascii(AMD), ""));
    tar.raw(TarBytes.entry("bbbb2.json", TarBytes.ascii(ARM), ""));
    String manifest =
        "[{\"Config\":\"aaaa1.json\",\"RepoTags\":[\"one:1\"],\"Layers\":[\"base.tar\",\"one.tar\"]},"
            + "{\"Config\":\"bbbb2.json\",\"RepoTags\":null,\"Layers\":[\"base.tar\",\"two.tar\"]}]";
    tar.raw(TarBytes.entry("manifest.json", TarBytes.ascii(manifest), ""));
    return Files.write(folder.resolve("two.tar"), tar.padTo(tar.size() + 1024).array());
  }

  private static PackageModel open(Path path, String image) throws IOException {
    return PackageModel.open(path, OpenOptions.DEFAULT, image);
  }

  @Test
  void oneIsMeantByItsNameItsPlatformOrItsDigest() throws IOException {
    Path archive = archive();
    for (String word : List.of("one:1", "linux/amd64", "sha256:aaaa", "aaaa1")) {
      PackageModel model = open(archive, word);
      assertThat(model.entries().stream().map(PackageEntry::path))
          .contains("etc/base", "etc/one")
          .doesNotContain("etc/two");
      assertThat(model.by(Dimensions.TYPE).rows())
          .filteredOn(row -> row.label().equals("[blob of another image]"))
          .singleElement()
          // Its layer, with a header in it and one before it, and its configuration.
          .satisfies(row -> assertThat(row.fileSize()).isEqualTo(1_024 + ARM.length()));
      assertThat(model.by(Dimensions.LAYER, Dimensions.ENTRY).root().value(PackageMeasures.SHIPPED))
          .isEqualTo(Files.size(archive));
    }
    assertThat(open(archive, "linux/arm64").entries().stream().map(PackageEntry::path))
        .contains("etc/two");
  }

  @Test
  void whoDoesNotSayWhichIsToldWhichThereAre() throws IOException {
    Path archive = archive();
    String both = "2: one:1 linux/amd64 sha256:aaaa1, linux/arm64/v8 sha256:bbbb2";
    assertThatThrownBy(() -> PackageModel.open(archive))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("expected one image, or the name, platform or digest of the one")
        .hasMessageEndingWith("found " + both);
    assertThatThrownBy(() -> open(archive, "linux/s390x"))
        .hasMessageEndingWith("found 'linux/s390x', that of none of " + both);
    assertThatThrownBy(() -> open(archive, "linux"))
        .hasMessageEndingWith("found 'linux', that of several of " + both);
    Path tar = Files.write(folder.resolve("a.tar"), TarBytes.entry("a", new byte[9], ""));
    assertThatThrownBy(() -> open(tar, "one:1"))
        .hasMessageEndingWith("expected a container image, as one is chosen, found tar");
  }

  /** What docker removed an image of and a tool left: a layer that no manifest names. */
  @Test
  void aLayerThatNothingNamesIsUnreferenced() throws IOException {
    byte[] layer = TarBytes.entry("etc/x", new byte[9], "");
    byte[] tar =
        TarBytes.join(
            TarBytes.entry("a/layer.tar", layer, ""),
            TarBytes.entry("b/layer.tar", new byte[0], "../a/layer.tar"),
            TarBytes.entry("orphan/layer.tar", layer, ""),
            TarBytes.entry("c.json", TarBytes.ascii(AMD), ""),
            TarBytes.entry(
                "manifest.json",
                TarBytes.ascii(
                    "[{\"Config\":\"c.json\",\"Layers\":[\"a/layer.tar\",\"b/layer.tar\"]}]"),
                ""));
    PackageModel model = PackageModel.open(Files.write(folder.resolve("o.tar"), tar));
    assertThat(model.by(Dimensions.TYPE).rows())
        .filteredOn(row -> row.label().equals("[unreferenced blob]"))
        .singleElement()
        .satisfies(row -> assertThat(row.fileSize()).isEqualTo(layer.length));
  }

  private void blob(String digest, String text) throws IOException {
    Files.writeString(layout.resolve("blobs/sha256").resolve(digest), text);
  }

  private void manifest(String digest, String config, String configDigest) throws IOException {
    blob(configDigest, config);
    String told = "{\"config\":{\"digest\":\"sha256:" + configDigest + "\"},\"layers\":[]}";
    blob(digest, told);
  }

  private static String descriptor(String digest, String platform, String more) {
    return "{\"digest\":\"sha256:" + digest + "\",\"platform\":" + platform + more + "}";
  }

  /**
   * An image of two platforms with what tells how they were built: image-spec, "image-index.md",
   * and "Image attestation storage" of BuildKit. Of one platform nothing may have been saved.
   */
  @Test
  void whatIsAboutImagesAndWhatIsNotThereIsNoImage() throws IOException {
    manifest("a0a0", AMD, "c0c0");
    manifest("a1a1", ARM, "c1c1");
    blob("d2d2", "{}");
    blob(
        "d3d3",
        "{\"config\":{\"digest\":\"sha256:d4d4\"},\"layers\":[{\"digest\":\"sha256:d2d2\"}]}");
    blob("d4d4", "{}");
    String about = ",\"annotations\":{\"vnd.docker.reference.type\":\"attestation-manifest\"}";
    String unknown = "{\"architecture\":\"unknown\",\"os\":\"unknown\"}";
    String list =
        "{\"manifests\":["
            + descriptor("a0a0", AMD, "")
            + ","
            + descriptor("a1a1", ARM, "")
            + ","
            + descriptor("d3d3", unknown, about)
            + "]}";
    blob("e0e0", list);
    Path index = layout.resolve("index.json");
    String name = ",\"annotations\":{\"org.opencontainers.image.ref.name\":\"app:1\"}";
    String top = "{\"digest\":\"sha256:e0e0\"" + name + "}";
    Files.writeString(index, "{\"manifests\":[" + top + "]}");
    assertThatThrownBy(() -> PackageModel.open(layout))
        .hasMessageEndingWith(
            "found 2: app:1 linux/amd64 sha256:a0a0, app:1 linux/arm64/v8 sha256:a1a1");
    assertThat(open(layout, "linux/arm64").by(Dimensions.TYPE).rows())
        .filteredOn(row -> row.label().startsWith("["))
        .singleElement()
        .satisfies(row -> assertThat(row.label()).isEqualTo("[blob of another image]"));
    Files.delete(layout.resolve("blobs/sha256/a1a1"));
    assertThat(PackageModel.open(layout).format()).isEqualTo("oci-archive");
  }

  @Test
  void aDamagedHistoryIsToldInWordsOfJson() throws IOException {
    manifest("a0a0", "{\"history\":[1]}", "c0c0");
    Path index = layout.resolve("index.json");
    Files.writeString(index, "{\"manifests\":[" + descriptor("a0a0", AMD, "") + "]}");
    assertThatThrownBy(() -> PackageModel.open(layout))
        .isInstanceOf(MalformedBinaryException.class)
        .hasMessageContaining("history: expected a list of objects, found a list");
    blob("c0c0", "{\"history\":null}");
    assertThat(PackageModel.open(layout).format()).isEqualTo("oci-archive");
  }
}
