package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command dependencies, and what other commands do with files of Cargo. */
class DependenciesCommandTest {
  private static final String METADATA = PackedFile.CARGO.resolve("metadata.json").toString();
  private static final String LOCK = PackedFile.CARGO.resolve("Cargo.lock").toString();

  @TempDir private static Path folder;

  private static String app() {
    return PackedFile.program("app", folder).toString();
  }

  private static void refuses(String words, String... command) {
    Outcome outcome = Shell.run(command);
    assertThat(outcome.status()).as(String.join(" ", command)).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("weighbridge: ").contains(words);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void itAnswersInEachFormat() {
    for (String format : new String[] {"text", "json", "csv", "markdown", "html"}) {
      Outcome outcome =
          Shell.run("dependencies", app(), "--cargo-metadata", METADATA, "--format", format);
      assertThat(outcome.status()).as(outcome.err()).isZero();
      assertThat(outcome.err()).isEmpty();
      assertThat(outcome.out()).contains("shapes 2.0.0");
    }
  }

  @Test
  void explainSaysWhichPackageAByteIsOf() {
    String text = Shell.run("explain", app(), "@0x19000", "--cargo-metadata", METADATA).out();
    assertThat(text)
        .containsPattern("(?m)^crate-version +0x187e0 +0x19ab7 +4,823  only-shapes 0.1.7$")
        .containsPattern("(?m)^dependency +0x187e0 +0x19ab7 +4,823  shapes 2.0.0$");
    assertThat(Shell.run("explain", app(), "@0x19000").out()).doesNotContain("only-shapes");
  }

  @Test
  void aStrippedProgramIsToldByName() throws IOException {
    // A program without symbols, as strip leaves it: no section headers, nothing that names.
    Path bare = folder.resolve("bare");
    byte[] file = Files.readAllBytes(Path.of(app()));
    for (int offset : new int[] {40, 58, 60, 62}) {
      Arrays.fill(file, offset, offset + (offset == 40 ? 8 : 2), (byte) 0);
    }
    Files.write(bare, file);
    refuses(
        "names of crates in it, by which packages are told, found none, as in a stripped program",
        "dependencies",
        bare.toString(),
        "--cargo-metadata",
        METADATA);
  }

  @Test
  void aLockIsEnough() {
    assertThat(Shell.run("dependencies", app(), "--cargo-lock", LOCK).out())
        .contains("crates that may be linked, as Cargo.lock tells")
        .contains("Crates that may be linked, but left no bytes here: ")
        .contains("A lock does not tell features");
  }

  @Test
  void programsGetWholeListsAndPeopleAreToldOfMore() {
    String[] words = {"dependencies", app(), "--cargo-metadata", METADATA, "-n", "1", "--format"};
    String[] command = Arrays.copyOf(words, words.length + 1);
    command[words.length] = "json";
    assertThat(Shell.run(command).out()).contains("\"version\":\"1.0.0\"", "\"version\":\"2.0.0\"");
    command[words.length] = "csv";
    assertThat(Shell.run(command).out()).contains(",app 0.3.0 > dup 2.0.0,");
    command[words.length] = "text";
    assertThat(Shell.run(command).out())
        .contains("app 0.3.0 > text-kit 1.2.3 > dup 1.0.0\nand 1 more\n");
  }

  @Test
  void aDiffTakesAMapForEachBuild() {
    String map = PackedFile.program("app.map", folder).toString();
    String sample = Shell.SAMPLE.toString();
    refuses("one for NEW, found none of " + sample, "diff", app(), sample, "--map", map);
    refuses("one for NEW, found none of " + sample, "diff", sample, app(), "--map", map);
    assertThat(Shell.run("diff", app(), app(), "--map", map).status()).isZero();
  }

  /** A library may have another name than its package, which only metadata tells. */
  @Test
  void aLockSaysThatItDoesNotTellNamesOfCrates() throws IOException {
    String lock = Files.readString(Path.of(LOCK)).replace("shapes", "shapes-kit");
    Path other = Files.writeString(folder.resolve("other.lock"), lock);
    assertThat(Shell.run("dependencies", app(), "--cargo-lock", other.toString()).out())
        .contains("Crates that may be linked, with no crate of their name here: ")
        .contains("Cargo.lock does not tell how packages call their crates: they may have ")
        .doesNotContain("left no bytes here");
  }

  @Test
  void aSavedModelHasNothingOfCargo() {
    String model = folder.resolve("app.wb").toString();
    refuses("'--cargo-lock'", "save", app(), "--cargo-lock", LOCK, "-o", model);
  }

  @Test
  void aDiffTakesAFileForEachBuild() {
    Outcome outcome =
        Shell.run(
            "diff",
            app(),
            app(),
            "--by",
            "crate-version",
            "--cargo-lock",
            LOCK,
            "--cargo-lock",
            LOCK,
            "--format",
            "json");
    assertThat(outcome.status()).as(outcome.err()).isZero();
    String expected = "--cargo-lock: expected one option for the files of OLD and of NEW";
    refuses(expected, "diff", app(), app(), "--cargo-lock", LOCK, "--cargo-metadata", METADATA);
    refuses(
        "expected a file for OLD and one for NEW, found one",
        "diff",
        app(),
        app(),
        "--cargo-lock",
        LOCK);
  }

  @Test
  void aBudgetMayLimitADependency() throws IOException {
    Path budget = folder.resolve("budget.toml");
    Files.writeString(budget, "[limits.dependency]\n\"shapes 2.0.0\" = 5941\n");
    Outcome outcome =
        Shell.run("check", app(), "--budget", budget.toString(), "--cargo-metadata", METADATA);
    assertThat(outcome.status()).as(outcome.err()).isEqualTo(1);
    assertThat(outcome.out()).contains("shapes 2.0.0");
    Files.writeString(budget, "[limits.dependency]\n\"shapes 2.0.0\" = 5942\n");
    assertThat(
            Shell.run("check", app(), "--budget", budget.toString(), "--cargo-metadata", METADATA)
                .status())
        .isZero();
  }

  @Test
  void whatDoesNotFitIsTold() {
    refuses("a section .dep-v0, found none", "dependencies", app());
    refuses("found none", "size", app(), "--by", "crate-version");
    refuses(
        "packages of another program: app", "size", Shell.SAMPLE.toString(), "--cargo-lock", LOCK);
    refuses("nowhere: expected a file", "dependencies", app(), "--cargo-lock", "nowhere");
  }
}
