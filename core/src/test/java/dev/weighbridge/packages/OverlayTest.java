package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.testing.ByteWriter;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What layers hide of those below: image-spec, "Image Layer Filesystem Changeset". */
class OverlayTest {
  @TempDir Path folder;

  /** An archive as docker saves it, of layers of these bytes. */
  static PackageModel image(Path path, byte[]... layers) throws IOException {
    ByteWriter tar = new ByteWriter();
    StringBuilder names = new StringBuilder();
    for (int i = 0; i < layers.length; i++) {
      tar.raw(TarBytes.entry("l" + i + ".tar", layers[i], ""));
      names.append(i == 0 ? "" : ",").append("\"l").append(i).append(".tar\"");
    }
    tar.raw(TarBytes.entry("c.json", TarBytes.ascii("{}"), ""));
    String manifest = "[{\"Config\":\"c.json\",\"Layers\":[" + names + "]}]";
    tar.raw(TarBytes.entry("manifest.json", TarBytes.ascii(manifest), ""));
    Files.write(path, tar.padTo(tar.size() + 1024).array());
    return PackageModel.open(path);
  }

  private static byte[] file(String path, int size) {
    return TarBytes.entry(path, new byte[size], "");
  }

  private static List<String> hidden(PackageModel model) throws IOException {
    return model.entries().stream()
        .filter(PackageEntry::isHidden)
        .map(entry -> entry.layer() + ":" + entry.path())
        .toList();
  }

  /** Whiteouts are of what lies below, so that a link of the same layer still finds its target. */
  @Test
  void aLinkOfALaterLayerKeepsContentsOfAnEarlierOne() throws IOException {
    byte[] below = TarBytes.join(file("s", 5000), file("r", 70), file("f", 40), file("g", 10));
    byte[] above =
        TarBytes.join(
            TarBytes.hardLink("n", "s"),
            file(".wh.s", 0),
            TarBytes.hardLink("m", "r"),
            file("r", 3),
            file("f", 4),
            TarBytes.hardLink("h", "f"),
            file(".wh.g", 0));
    assertThat(hidden(image(folder.resolve("i.tar"), below, above))).containsExactly("1:f", "1:g");
    byte[] last = TarBytes.join(file(".wh.n", 0));
    assertThat(hidden(image(folder.resolve("j.tar"), below, above, last)))
        .containsExactly("1:s", "1:f", "1:g", "2:n");
  }

  @Test
  void pathsAreThoseThatUnpackingMakes() throws IOException {
    byte[] below = TarBytes.join(file("b//z", 1), file("c/./z", 1), file("d/x/../z", 1));
    byte[] above = TarBytes.join(file("b/.wh.z", 0), file("./c//.wh.z", 0), file("d/z", 0));
    assertThat(hidden(image(folder.resolve("i.tar"), below, above)))
        .containsExactly("1:b//z", "1:c/./z", "1:d/x/../z");
  }

  @Test
  void theFirstOfTwoEqualPathsOfALayerIsNotHiddenByALaterOne() throws IOException {
    byte[] twice = TarBytes.join(file("dup", 500), file("dup", 20), file("old", 7));
    PackageModel model = image(folder.resolve("i.tar"), twice, file("old", 8));
    List<SizeRow> layer = model.by(Dimensions.LAYER, Dimensions.ENTRY).rows().get(0).rows();
    assertThat(layer).extracting(SizeRow::label).contains(PackageTree.REPLACED, PackageTree.HIDDEN);
    assertThat(layer)
        .filteredOn(row -> row.label().equals(PackageTree.REPLACED))
        .singleElement()
        .satisfies(row -> assertThat(row.fileSize()).isEqualTo(500));
  }
}
