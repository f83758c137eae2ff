package dev.weighbridge.cargo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cargo.CargoGraph.Source;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.testing.Fixtures;
import dev.weighbridge.internal.config.ConfigTable;
import dev.weighbridge.tree.SizeRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CargoReaderTest {
  @TempDir private static Path folder;

  private static ConfigTable truth() throws IOException {
    return ConfigTable.json("truth.json", Files.readString(CargoFixture.file("truth.json")));
  }

  private static List<String> labels(List<CargoPackage> packages) {
    return packages.stream().map(CargoPackage::label).sorted().toList();
  }

  private static void refuses(String text, String words) {
    assertThatExceptionOfType(BinaryException.class)
        .isThrownBy(() -> CargoReader.read("x", Bytes.of(text.getBytes(StandardCharsets.UTF_8))))
        .withMessageStartingWith("x")
        .withMessageContaining(words);
  }

  private static void refuses(Path file, String words) {
    assertThatExceptionOfType(BinaryException.class)
        .isThrownBy(() -> CargoFixture.open(folder, file))
        .withMessageStartingWith(file.toString())
        .withMessageContaining(words);
  }

  @Test
  void metadataTellsWhatIsLinkedAndWhy() throws IOException {
    CratePackages packages =
        CargoFixture.open(folder, CargoFixture.file("metadata.json")).query().cargoPackages();
    LinkedPackages linked = packages.linked();
    assertThat(linked.graph().source()).isEqualTo(Source.METADATA);
    assertThat(linked.root().label()).isEqualTo(truth().requiredText("root"));
    assertThat(labels(linked.packages())).isEqualTo(truth().texts("linked"));
    List<CargoPackage> others =
        linked.graph().packages().stream().filter(one -> !linked.contains(one.index())).toList();
    assertThat(labels(others)).isEqualTo(truth().texts("neverInBinary"));
    assertThat(others.stream().map(one -> linked.absence(one.index())))
        .containsExactly(Absence.MACRO, Absence.BUILD, Absence.OTHER_MEMBER);
    CargoPackage words = named(linked, "text-kit");
    assertThat(words.features()).containsExactly("loud");
    assertThat(named(linked.graph(), "plugin").crateName()).isEqualTo("plug_in");
  }

  private static CargoPackage named(LinkedPackages linked, String name) {
    return named(linked.graph(), name);
  }

  private static CargoPackage named(CargoGraph graph, String name) {
    return graph.packages().stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void featuresThatBringAPackageAreNamed() throws IOException {
    LinkedPackages linked =
        CargoFixture.open(folder, CargoFixture.file("metadata.json"))
            .query()
            .cargoPackages()
            .linked();
    CargoEdge edge = linked.optional().get(0);
    assertThat(linked.optional()).hasSize(1);
    assertThat(linked.graph().packages().get(edge.to()).name()).isEqualTo("shapes");
    assertThat(edge.features()).containsExactly("fancy");
    assertThat(edge.isDefault()).isTrue();
  }

  @Test
  void withoutDefaultFeaturesAPackageIsNotLinked() throws IOException {
    LinkedPackages linked =
        CargoFixture.open(folder, CargoFixture.file("metadata-nodefault.json"))
            .query()
            .cargoPackages()
            .linked();
    CargoPackage shapes = named(linked, "shapes");
    assertThat(linked.contains(shapes.index())).isFalse();
    assertThat(linked.optional()).isEmpty();
  }

  @Test
  void aLockKnowsVersionsAndNoPurpose() throws IOException {
    LinkedPackages linked =
        CargoFixture.open(folder, CargoFixture.file("Cargo.lock")).query().cargoPackages().linked();
    assertThat(linked.root().label()).isEqualTo("app 0.3.0");
    assertThat(labels(linked.packages())).contains("maker 0.5.0").doesNotContain("plugin 0.0.1");
  }

  @Test
  void aLockAddsPackagesToMetadata() throws IOException {
    String lock =
        Files.readString(CargoFixture.file("Cargo.lock"))
            + "\n"
            + "[[package]]\n"
            + "name = \"windows-sys\"\n"
            + "version = \"0.59.0\"\n"
            + "source = \"registry\"\n";
    Path file = Files.writeString(folder.resolve("more.lock"), lock);
    LinkedPackages linked =
        CargoFixture.open(folder, file, CargoFixture.file("metadata.json"))
            .query()
            .cargoPackages()
            .linked();
    assertThat(linked.graph().source()).isEqualTo(Source.METADATA);
    assertThat(linked.absence(named(linked, "windows-sys").index())).isEqualTo(Absence.NOT_NEEDED);
  }

  @Test
  void theSectionOfCargoAuditableIsReadWithoutAFile() throws IOException {
    BinaryModel model = BinaryModel.open(CargoFixture.program("app-auditable", folder));
    LinkedPackages linked = model.query().cargoPackages().linked();
    assertThat(linked.graph().source()).isEqualTo(Source.AUDIT);
    assertThat(linked.root().label()).isEqualTo("app 0.3.0");
    assertThat(labels(linked.packages())).isEqualTo(truth().texts("linked"));

    BinaryModel tiny =
        BinaryModel.of("tiny", Fixtures.bytes("elf/tiny-auditable"), OpenOptions.DEFAULT);
    assertThat(labels(tiny.query().cargoPackages().linked().packages()))
        .containsExactly("serde 1.0.152", "tiny 0.1.0");
  }

  @Test
  void cratesOfOneNameAreOfOneOfSeveralVersions() throws IOException {
    CratePackages packages =
        CargoFixture.open(folder, CargoFixture.file("metadata.json")).query().cargoPackages();
    for (int crate = 0; crate < packages.crates().count(); crate++) {
      String label = packages.label(crate);
      switch (packages.crates().crate(crate).name()) {
        case "dup" -> assertThat(label).isEqualTo("dup 1.0.0 or 2.0.0");
        case "text_kit" -> assertThat(label).isEqualTo("text-kit 1.2.3");
        case "memchr" -> assertThat(packages.of(crate)).as("of std").isEmpty();
        default -> assertThat(label).isNotEmpty();
      }
    }
  }

  @Test
  void debugInformationTellsVersionsOfACrateApart() throws IOException {
    OpenOptions options =
        OpenOptions.DEFAULT.withCargoFiles(List.of(CargoFixture.file("two.json")));
    BinaryModel model = BinaryModel.open(CargoFixture.program("two", folder), options);
    // What nm -S says of dup::old_way, which is in 1.0.0, and dup::new_way, which is in 2.0.0.
    Map<String, Long> code = new TreeMap<>();
    for (SizeRow row : model.by(Dimensions.CRATE_VERSION).rows()) {
      code.put(row.label(), row.fileSize(Kind.CODE));
    }
    assertThat(code).containsEntry("dup 1.0.0", 0x34L).containsEntry("dup 2.0.0", 0x42L);
  }

  @Test
  void filesOfOtherProgramsAndOtherFormatsAreRefused() throws IOException {
    refuses(Files.createFile(folder.resolve("empty")), "found an empty file");
    refuses(CargoFixture.file("app.gz"), "found bytes that are no text");
    refuses(CargoFixture.file("truth.json"), "found other JSON");
    String metadata = Files.readString(CargoFixture.file("metadata.json"));
    Path cut = folder.resolve("cut.json");
    Files.writeString(cut, metadata.substring(0, metadata.length() / 2));
    refuses(cut, "found Unexpected end-of-input");
    String lock = Files.readString(CargoFixture.file("Cargo.lock"));
    Path half = Files.writeString(folder.resolve("half"), lock.substring(0, lock.length() / 2));
    refuses(half, "expected");
    String foreign = "[[package]]\nname = \"zebra-stripes\"\nversion = \"1.0.0\"\n";
    refuses(
        Files.writeString(folder.resolve("foreign"), foreign),
        "found packages of another program: zebra_stripes");
  }

  @Test
  void defectsSayWhereTheyAre() {
    refuses("a = 1\n", "found TOML without packages");
    refuses("[[package]]\nname = \"a\"\n", "package[0].version: expected a text, found none");
    refuses(
        "[[package]]\nname = \"a\"\nversion = \"1\"\ndependencies = [\"b\"]\n",
        "expected a package of the lock, found 'b'");
    refuses("{\"packages\":[]}", "found other JSON");
    refuses("[package]\nname = \"a\"\nversion = \"1.0.0\"\n", "found a Cargo.toml");
    refuses("[workspace]\nmembers = [\"a\"]\n", "found a Cargo.toml");
    refuses("{\"packages\":[]}{\"packages\":[]}", "one object of JSON, found more behind its end");
    String many = "[[package]]\nname = \"a\"\nversion = \"1\"\n".repeat(10_001);
    refuses(many, "expected at most 10000 packages, found 10001");
    refuses("{\"packages\":[{}],\"workspace_members\":[],\"resolve\":null}", "that of --no-deps");
    String unknown =
        "{\"packages\":[{\"name\":\"a\",\"version\":\"1\",\"id\":\"a1\"}],\"workspace_members\":[],"
            + "\"resolve\":{\"nodes\":[{\"id\":\"a1\",\"features\":[],\"deps\":[{\"pkg\":\"b\"}]}]}}";
    refuses(unknown, "expected the id of one of the packages, found 'b'");
  }

  @Test
  void otherOutputOfCargoIsToldByName() {
    refuses("{\"reason\":\"build-finished\",\"success\":true}\n", "found messages of cargo build");
    refuses("app v0.1.0 (/ws/app)\n\u2514\u2500\u2500 leaf v0.9.1\n", "found text that is neither");
    refuses("{\"packages\":[{", "found Unexpected end-of-input: expected close marker for Object");
    refuses("[[package]]\nname = \n", "well-formed TOML");
  }

  /** The root needs leaf for tests only. */
  @Test
  void aProgramOfTestsNeedsWhatIsForTests() {
    String node = "{\"id\":\"%s\",\"features\":[],\"deps\":[%s]}";
    String need = "{\"name\":\"leaf\",\"pkg\":\"leaf\",\"dep_kinds\":[{\"kind\":\"dev\"}]}";
    String text =
        "{\"packages\":[{\"name\":\"app\",\"version\":\"1.0.0\",\"id\":\"app\"},"
            + "{\"name\":\"leaf\",\"version\":\"1.0.0\",\"id\":\"leaf\"}],"
            + "\"workspace_members\":[\"app\"],\"resolve\":{\"root\":\"app\",\"nodes\":["
            + node.formatted("app", need)
            + ","
            + node.formatted("leaf", "")
            + "]}}";
    CargoGraph graph = CargoReader.read("x", Bytes.of(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(new LinkedPackages(graph, 0).direct()).isEmpty();
    assertThat(new LinkedPackages(graph, 0, true).direct())
        .extracting(CargoPackage::label)
        .containsExactly("leaf 1.0.0");
  }

  /** Cargo itself refuses both: it knows locks up to version 4, and --format-version 1. */
  @Test
  void versionsThatNobodyKnowsAreRefused() throws IOException {
    String lock = Files.readString(CargoFixture.file("Cargo.lock"));
    assertThat(lock).contains("version = 4\n");
    refuses(lock.replace("version = 4\n", "version = 5\n"), "version 1 to 4, found version 5");
    String metadata = Files.readString(CargoFixture.file("metadata.json"));
    assertThat(metadata).contains("\"version\":1,");
    refuses(metadata.replace("\"version\":1,", "\"version\":2,"), "version 1, found version 2");
  }

  @Test
  void aByteOrderMarkIsPassedOver() throws IOException {
    String marked = "\ufeff" + Files.readString(CargoFixture.file("metadata.json"));
    for (var form : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
      Bytes bytes = Bytes.of(marked.getBytes(form));
      assertThat(CargoReader.read("x", bytes).packages()).isNotEmpty();
    }
  }

  @Test
  void aDefectInAFileOfAUserSaysWhereItIs() throws IOException {
    String metadata = Files.readString(CargoFixture.file("metadata.json"));
    int nodes = metadata.indexOf("\"nodes\":");
    Path file = folder.resolve("nodes.json");
    Files.writeString(file, metadata.substring(0, nodes) + "\"nodes\":5}}");
    refuses(file, "a list at resolve.nodes, found '5'");
  }

  @Test
  void withoutAnythingOfCargoThereIsNoAnswer() throws IOException {
    BinaryModel model = CargoFixture.open(folder);
    assertThat(CratePackages.areKnown(model.attribution(), Optional.empty())).isFalse();
    assertThatExceptionOfType(BinaryException.class)
        .isThrownBy(() -> model.by(Dimensions.CRATE_VERSION).rows())
        .withMessageContaining("expected a file of cargo metadata, a Cargo.lock, or a section");
  }
}
