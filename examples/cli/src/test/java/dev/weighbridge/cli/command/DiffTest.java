package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}, {@code compare} and {@code save} as a script uses them. */
class DiffTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir private Path folder;

  private String saved() {
    String model = folder.resolve("tally.wbmodel").toString();
    Outcome outcome = Shell.run("save", SAMPLE, "-o", model);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).isEmpty();
    return model;
  }

  private static void refuses(String sentence, String... command) {
    Outcome outcome = Shell.run(command);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("weighbridge: " + sentence + "\n");
  }

  @Test
  void aSavedModelIsWeighedLikeItsFile() {
    String model = saved();
    for (String by :
        new String[] {
          "section,symbol",
          "segment,kind",
          "image",
          "crate,generic",
          "category,module:2",
          "function"
        }) {
      String[] file = {"size", SAMPLE, "--by", by, "--format", "json", "-n", "0"};
      String[] kept = {"size", model, "--by", by, "--format", "json", "-n", "0"};
      assertThat(Shell.run(kept)).isEqualTo(Shell.run(file));
    }
  }

  @Test
  void aSavedModelDoesNotDifferFromItsFile() throws IOException {
    String model = saved();
    assertThat(Files.size(Path.of(model))).isLessThan(Files.size(Shell.SAMPLE) / 5);
    Outcome outcome = Shell.run("diff", model, SAMPLE, "--by", "symbol");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("(saved model)\n").contains("No change in size.\n");
    assertThat(Shell.run("compare", model, SAMPLE).out()).contains("563,536  563,536");
  }

  @Test
  void whatLooksIntoBytesRefusesASavedModel() {
    String model = saved();
    String none =
        "tally: expected a binary, to look into its bytes, found a saved model, which has none";
    refuses(none, "lint", model);
    refuses(none, "generics", model);
    refuses(none, "duplicates", model);
  }

  /** The debug file lies where nothing finds it but the option. */
  @Test
  void aDebugFileIsOfTheBuildItBelongsTo() throws IOException {
    Path fixtures = Path.of("..", "..", "formats", "src", "test", "resources", "fixtures", "elf");
    String stripped = Files.copy(fixtures.resolve("c-split"), folder.resolve("a")).toString();
    String debug = Files.copy(fixtures.resolve("c-split.debug"), folder.resolve("b")).toString();
    assertThat(diff(stripped, SAMPLE)).doesNotContain("state_machine");
    assertThat(diff(stripped, SAMPLE, "--debug-file", debug)).contains("state_machine");
    assertThat(diff(SAMPLE, stripped, "--debug-file", debug)).contains("state_machine");
    refuses(
        debug
            + ": expected the debug file of "
            + SAMPLE
            + " or "
            + SAMPLE
            + ", found that of neither",
        "diff",
        SAMPLE,
        SAMPLE,
        "--debug-file",
        debug);
    String missing = folder.resolve("c").toString();
    refuses(
        missing + ": expected a file, found nothing there",
        "diff",
        SAMPLE,
        stripped,
        "--debug-file",
        missing);
  }

  private static String diff(String old, String fresh, String... options) {
    List<String> command =
        new ArrayList<>(List.of("diff", old, fresh, "--by", "symbol", "-n", "0", "-w"));
    command.addAll(List.of(options));
    Outcome outcome = Shell.run(command.toArray(String[]::new));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }

  @Test
  void whatIsMissingIsNamed() {
    refuses("OLD: expected a file, found none", "diff");
    refuses("NEW: expected a file, found none", "diff", SAMPLE);
    refuses("FILE: expected one file or more, found none", "compare");
    refuses("-o: expected a file for the model, found none", "save", SAMPLE);
  }

  @Test
  void noInputIsOverwritten() throws IOException {
    Path copy = Files.copy(Shell.SAMPLE, folder.resolve("copy"));
    refuses(
        "-o: expected another file than FILE, found the same",
        "diff",
        SAMPLE,
        copy.toString(),
        "-o",
        copy.toString());
    refuses(
        "-o: expected another file than FILE, found the same",
        "save",
        copy.toString(),
        "-o",
        copy.toString());
  }

  @Test
  void aDamagedModelIsOneLine() throws IOException {
    Path model = Path.of(saved());
    byte[] bytes = Files.readAllBytes(model);
    bytes[bytes.length / 2] ^= 1;
    Files.write(model, bytes);
    Outcome outcome = Shell.run("diff", SAMPLE, model.toString());
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("weighbridge: " + model + ": model.");
    assertThat(outcome.err()).contains(": expected ", ", found ");
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void filtersAndKindsWorkAsInSize() {
    Outcome outcome =
        Shell.run(
            "diff",
            SAMPLE,
            SAMPLE,
            "--by",
            "symbol",
            "--only",
            "code",
            "--filter",
            "gimli",
            "--format",
            "csv",
            "-n",
            "0");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out().lines().skip(1))
        .hasSizeGreaterThan(20)
        .allSatisfy(line -> assertThat(line).contains("gimli").contains(",same,"));
  }
}
