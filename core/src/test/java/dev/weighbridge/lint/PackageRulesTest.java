package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.cargo.CargoFixture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules about packages, on a program with what Cargo says of it. */
class PackageRulesTest {
  private static final String SMALL =
      """
      [rules.crate-versions]
      min-bytes = 1
      [rules.default-features]
      min-bytes = 1
      [rules.optional-features]
      min-bytes = 1
      """;

  @TempDir private static Path folder;

  private static Optional<Finding> finding(LintResult result, String rule) {
    return result.findings().stream().filter(one -> one.rule().id().equals(rule)).findFirst();
  }

  private static LintResult lint(String settings, Path... files) throws IOException {
    BinaryModel model = CargoFixture.open(folder, files);
    return Linter.installed().with(LintConfig.parse("t", settings)).lint(model.query());
  }

  @Test
  void bothWaysToAPackageOfTwoVersionsAreNamed() throws IOException {
    Finding finding =
        finding(lint(SMALL, CargoFixture.file("metadata.json")), "crate-versions").orElseThrow();
    assertThat(finding.message())
        .startsWith("dup is linked in 2 versions")
        .contains("app 0.3.0 > text-kit 1.2.3 > dup 1.0.0, and app 0.3.0 > dup 2.0.0");
    // Both together have 637 bytes, so all but the larger one half of that or less.
    assertThat(finding.saving()).isEqualTo(Saving.upTo(318, 0.6));
  }

  @Test
  void copiesWhoseVersionsCargoKnowsAreToldOnce() throws IOException {
    String settings = SMALL + "[rules.duplicate-crates]\nmin-bytes = 1\n";
    Linter linter = Linter.installed().with(LintConfig.parse("t", settings));
    Path program = CargoFixture.program("two", folder);
    LintResult names = linter.lint(BinaryModel.open(program).query());
    assertThat(finding(names, "duplicate-crates").orElseThrow().message())
        .startsWith("dup is in the program 2 times");
    assertThat(finding(names, "crate-versions")).isEmpty();
    OpenOptions cargo = OpenOptions.DEFAULT.withCargoFiles(List.of(CargoFixture.file("two.json")));
    LintResult packages = linter.lint(BinaryModel.open(program, cargo).query());
    assertThat(finding(packages, "duplicate-crates")).isEmpty();
    assertThat(finding(packages, "crate-versions").orElseThrow().message())
        .contains("two 0.1.0 > dup 1.0.0, and two 0.1.0 > dup 2.0.0");
  }

  @Test
  void aDefaultFeatureIsNamedWithWhatItBrings() throws IOException {
    LintResult result = lint(SMALL, CargoFixture.file("metadata.json"));
    Finding finding = finding(result, "default-features").orElseThrow();
    assertThat(finding.message())
        .startsWith("default feature fancy of app 0.3.0 brings shapes 2.0.0; 5,942 bytes");
    assertThat(finding.places())
        .extracting(FindingPlace::label)
        .containsExactly("only-shapes 0.1.7", "shapes 2.0.0");
    assertThat(String.join("\n", finding.fix())).contains("--no-default-features");
    assertThat(finding(result, "optional-features")).isEmpty();
  }

  @Test
  void aFeatureThatSomebodyAsksForIsAnotherRule() throws IOException {
    String metadata = Files.readString(CargoFixture.file("metadata.json"));
    Path file = folder.resolve("asked.json");
    Files.writeString(
        file,
        metadata.replace("\"default\":[\"fancy\"]", "\"default\":[]"),
        StandardCharsets.UTF_8);
    LintResult result = lint(SMALL, file);
    assertThat(finding(result, "default-features")).isEmpty();
    assertThat(finding(result, "optional-features").orElseThrow().message())
        .startsWith("feature fancy of app 0.3.0 brings shapes 2.0.0");
  }

  @Test
  void withoutTheFeatureOrWithoutCargoNothingIsSaid() throws IOException {
    List<String> rules = List.of("default-features", "optional-features");
    LintResult off = lint(SMALL, CargoFixture.file("metadata-nodefault.json"));
    LintResult unknown = lint(SMALL);
    LintResult large = lint("", CargoFixture.file("metadata.json"));
    for (String rule : rules) {
      assertThat(finding(off, rule)).isEmpty();
      assertThat(finding(unknown, rule)).isEmpty();
      assertThat(finding(large, rule)).isEmpty();
    }
    assertThat(finding(unknown, "crate-versions")).isEmpty();
  }

  @Test
  void inAProgramWithoutNamesItIsOpenWhatVersionsTake() throws IOException {
    BinaryModel model = BinaryModel.open(CargoFixture.program("app-auditable", folder));
    LintResult result = Linter.installed().lint(model.query());
    assertThat(result.undecided())
        .anySatisfy(
            open -> {
              assertThat(open.rule().id()).isEqualTo("crate-versions");
              assertThat(open.reason()).contains("versions of dup");
            });
  }
}
