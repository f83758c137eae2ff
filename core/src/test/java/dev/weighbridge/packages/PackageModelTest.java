package dev.weighbridge.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.PackageModel;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.tree.SizeRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.XZInputStream;

/** What packages hold and weigh, against the truth beside the fixtures. */
class PackageModelTest {
  @TempDir Path folder;

  private PackageModel open(String file) throws IOException {
    Path path = folder.resolve(file);
    Files.write(path, Fixtures.array("packages/" + file));
    return PackageModel.open(path);
  }

  /** The program that is in all of these packages. */
  private static byte[] app() throws IOException {
    byte[] packed = Fixtures.array("advisor/j2c-bs-all-immediate.xz");
    try (XZInputStream stream = new XZInputStream(new ByteArrayInputStream(packed))) {
      return stream.readAllBytes();
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
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

  private static void addsUp(SizeRow row, List<Measure> measures) {
    if (row.rows().isEmpty()) {
      return;
    }
    for (Measure measure : measures) {
      long sum = row.rows().stream().mapToLong(below -> below.value(measure)).sum();
      assertThat(sum).as(row.label() + " " + measure.name()).isEqualTo(row.value(measure));
    }
    row.rows().forEach(below -> addsUp(below, measures));
  }

  private static SizeRow row(List<SizeRow> rows, String label) {
    return rows.stream().filter(row -> row.label().equals(label)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"app-docker.tar", "app-oci.tar", "app-oci-zstd.tar"})
  void layersOfImagesAreThoseOfTheTruth(String file) throws IOException {
    PackageModel model = open(file);
    EntryTable table = model.entries();
    List<String[]> layers = truth("layer", file);
    assertThat(table.layers()).hasSize(layers.size() + 1);
    for (String[] cells : layers) {
      PackageLayer layer = table.layers().get(Integer.parseInt(cells[2]));
      assertThat(layer.command()).isEqualTo(cells[3]);
      assertThat(layer.label()).isEqualTo("layer " + cells[2] + ": " + cells[3]);
    }
    Set<String> hidden = new TreeSet<>();
    Set<String> entries = new TreeSet<>();
    for (String[] cells : truth("entry", file)) {
      String path = EntryTable.plain(cells[2]);
      entries.add(cells[6] + " " + path + " " + cells[3]);
      if (cells[7].equals("hidden")) {
        hidden.add(cells[6] + " " + path);
      }
    }
    Map<String, Double> costs = new TreeMap<>();
    for (String[] cells : truth("entry", file)) {
      costs.put(cells[6] + " " + EntryTable.plain(cells[2]), Double.valueOf(cells[5]));
    }
    Set<String> told = new TreeSet<>();
    Set<String> toldHidden = new TreeSet<>();
    long bytes = 0;
    for (PackageEntry entry : table.stream().toList()) {
      if (entry.layer() > 0) {
        String name = entry.layer() + " " + entry.path();
        told.add(name + " " + entry.fileSize());
        double cost = costs.get(name);
        if (cost >= 0) {
          // Headers lie on 512 bytes, at each of which the cost is known.
          assertThat((double) entry.overhead() + entry.shipped())
              .as(name)
              .isBetween(cost - 1, cost + 1);
        }
      }
      if (entry.isHidden() && entry.kind() == EntryKind.FILE) {
        toldHidden.add(entry.layer() + " " + entry.path());
        bytes += entry.fileSize();
      }
    }
    assertThat(told).isEqualTo(entries);
    assertThat(toldHidden).isEqualTo(hidden);
    assertThat(bytes).isEqualTo(Long.parseLong(truth("reclaimable", file).get(0)[2]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app-docker.tar", "app-oci.tar", "lib.jar", "app-xz.deb", "npm.tgz", "alpine.apk"})
  void rowsSumToTheFileWhateverTheLevels(String file) throws IOException {
    PackageModel model = open(file);
    List<Measure> measures =
        List.of(PackageMeasures.SHIPPED, Measures.FILE, Measures.MEMORY, Measures.DEBUG);
    List<List<Dimension>> levels =
        List.of(
            List.of(Dimensions.LAYER, Dimensions.ENTRY, Dimensions.SECTION, Dimensions.SYMBOL),
            List.of(Dimensions.SECTION, Dimensions.ENTRY),
            List.of(Dimensions.TYPE, Dimensions.entry(1)));
    for (List<Dimension> by : levels) {
      PackageTree tree = model.by(by, measures);
      assertThat(tree.root().value(PackageMeasures.SHIPPED)).isEqualTo(model.shippedSize());
      addsUp(tree.root(), measures);
    }
    assertThat(model.diagnostics()).isEmpty();
  }

  @Test
  void aBinaryOfAPackageWeighsWhatItWeighsByItself() throws IOException {
    PackageModel model = open("app-docker.tar");
    PackageTree tree = model.by(Dimensions.LAYER, Dimensions.ENTRY, Dimensions.SECTION);
    SizeRow copy = row(row(tree.rows(), "layer 3: step 3").rows(), "srv/copy");
    Path app = folder.resolve("app");
    Files.write(app, app());
    for (SizeRow section : BinaryModel.open(app).bySection().rows()) {
      SizeRow found = row(copy.rows(), section.label());
      assertThat(found.fileSize()).as(section.label()).isEqualTo(section.fileSize());
      assertThat(found.memorySize()).as(section.label()).isEqualTo(section.memorySize());
      // The layers of this image are stored as they are.
      assertThat(found.value(PackageMeasures.SHIPPED)).isEqualTo(section.fileSize());
    }
    assertThat(((PackageRow) copy).format()).isEqualTo("ELF");
    assertThat(((PackageRow) copy).machine()).isEqualTo("x86_64");
  }

  @Test
  void anImageIsTheSamePackedAsAWholeAndAsADirectory() throws IOException {
    PackageTree plain = open("app-oci.tar").by(Dimensions.LAYER, Dimensions.ENTRY);
    Path packed = folder.resolve("packed.tar.gz");
    Files.write(packed, gzip(Fixtures.array("packages/app-oci.tar")));
    PackageModel model = PackageModel.open(packed);
    assertThat(model.format()).isEqualTo("oci-archive+gzip");
    PackageTree tree = model.by(Dimensions.LAYER, Dimensions.ENTRY);
    assertThat(tree.fileSize()).isEqualTo(plain.fileSize());
    assertThat(tree.root().value(PackageMeasures.SHIPPED)).isEqualTo(Files.size(packed));
    assertThat(labels(tree.rows())).isEqualTo(labels(plain.rows()));
  }

  private static Set<String> labels(List<SizeRow> rows) {
    Set<String> labels = new TreeSet<>();
    rows.forEach(row -> labels.add(row.label()));
    return labels;
  }

  @Test
  void onePackedBinaryIsOneEntry() throws IOException {
    Path packed = folder.resolve("app.gz");
    byte[] app = app();
    Files.write(packed, gzip(app));
    PackageModel model = PackageModel.open(packed);
    PackageTree tree = model.by(Dimensions.ENTRY, Dimensions.SECTION);
    SizeRow entry = row(tree.rows(), "app");
    assertThat(entry.fileSize()).isEqualTo(app.length);
    assertThat(row(entry.rows(), ".text").value(PackageMeasures.SHIPPED)).isPositive();
    assertThat(tree.root().value(PackageMeasures.SHIPPED)).isEqualTo(Files.size(packed));
  }

  @Test
  void whatIsNoPackageIsRefused() throws IOException {
    Path app = folder.resolve("app");
    Files.write(app, app());
    assertThat(PackageModel.recognises(app)).isFalse();
    assertThatThrownBy(() -> PackageModel.open(app))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("expected a package");
    Files.writeString(folder.resolve("oci-layout"), "{}");
    assertThatThrownBy(() -> PackageModel.open(folder))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageContaining("beside oci-layout");
    BinaryModel model = BinaryModel.open(app);
    assertThatThrownBy(() -> model.by(Dimensions.ENTRY))
        .isInstanceOf(BinaryException.class)
        .hasMessageContaining("expected a package");
  }

  /** OCI image layout, "index.json": each tag has a descriptor of its own. */
  @Test
  void anImageOfTwoTagsIsOneImage() throws IOException {
    Path blobs = Files.createDirectories(folder.resolve("image/blobs/sha256"));
    Files.writeString(folder.resolve("image/oci-layout"), "{\"imageLayoutVersion\":\"1.0.0\"}");
    Files.writeString(blobs.resolve("c0"), "{\"architecture\":\"amd64\",\"os\":\"linux\"}");
    Files.writeString(blobs.resolve("a0"), "{\"config\":{\"digest\":\"sha256:c0\"},\"layers\":[]}");
    Files.writeString(blobs.resolve("b0"), Files.readString(blobs.resolve("a0")) + "\n");
    Path index = folder.resolve("image/index.json");
    String one = "{\"digest\":\"sha256:a0\"}";
    Files.writeString(index, "{\"manifests\":[" + one + "," + one + "]}");
    PackageModel model = PackageModel.open(folder.resolve("image"));
    assertThat(model.by(Dimensions.LAYER).root().fileSize()).isPositive();
    Files.writeString(index, "{\"manifests\":[" + one + ",{\"digest\":\"sha256:b0\"}]}");
    assertThatThrownBy(() -> PackageModel.open(folder.resolve("image")).by(Dimensions.LAYER))
        .isInstanceOf(UnsupportedBinaryException.class)
        .hasMessageEndingWith("found 2: linux/amd64 sha256:a0, linux/amd64 sha256:b0");
  }
}
