package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
  @TempDir Path folder;

  private void refuses(Path file, String... words) {
    List<String[]> commands =
        List.of(
            new String[] {"size", file.toString()},
            new String[] {"size", file.toString(), "--format", "json"},
            new String[] {"spans", file.toString(), "--format", "csv"},
            new String[] {"explain", file.toString(), "@0"},
            new String[] {"inspect", file.toString()});
    for (String[] command : commands) {
      Outcome outcome = Shell.run(command);
      assertThat(outcome.status()).as(String.join(" ", command)).isEqualTo(2);
      assertThat(outcome.out()).isEmpty();
      assertThat(outcome.err()).startsWith("weighbridge: " + file + ": ").contains(words);
      assertThat(outcome.err()).contains("expected ", ", found ");
      assertThat(outcome.err().lines()).hasSize(1);
    }
  }

  @Test
  void anEmptyFile() throws IOException {
    refuses(Files.createFile(folder.resolve("empty")), "an empty file");
  }

  @Test
  void aTextFile() throws IOException {
    refuses(Files.writeString(folder.resolve("notes.txt"), "Dear reader,\n"), "found text");
  }

  /** It has entries, which are weighed, but no bytes of its own. */
  @Test
  void aDirectory() {
    for (String[] command :
        List.of(
            new String[] {"spans", folder.toString()},
            new String[] {"explain", folder.toString(), "@0"},
            new String[] {"retained", folder.toString()})) {
      Outcome outcome = Shell.run(command);
      assertThat(outcome.status()).as(command[0]).isEqualTo(2);
      assertThat(outcome.err())
          .isEqualTo("weighbridge: " + folder + ": expected a regular file, found a directory\n");
    }
  }

  @Test
  void aMissingFile() {
    refuses(folder.resolve("missing"), "nothing there");
  }

  @Test
  void anUnreadableFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "x");
    assumeThat(secret.toFile().setReadable(false)).isTrue();
    assumeThat(Files.isReadable(secret)).as("run by a user who may read everything").isFalse();
    refuses(secret, "no permission to read it");
  }

  @Test
  void aHeaderAndNothingBehindIt() throws IOException {
    byte[] sample = Files.readAllBytes(Shell.SAMPLE);
    refuses(Files.write(folder.resolve("stub"), Arrays.copyOf(sample, 20)), "elf.");
  }

  @Test
  void aCutFileIsWeighedAndItsDefectsTold() throws IOException {
    byte[] sample = Files.readAllBytes(Shell.SAMPLE);
    Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(sample, sample.length / 2));
    Outcome outcome = Shell.run("size", cut.toString(), "--format", "json");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).contains("\"fileSize\":" + sample.length / 2 + ",");
    assertThat(outcome.err())
        .matches("weighbridge: cut: \\d+ diagnostics?; weighbridge inspect lists them\\R");
    assertThat(Shell.run("inspect", cut.toString()).out()).contains("\nDiagnostics: ");
  }

  /** Two members of one name in an object are what RFC 8259 calls unpredictable. */
  @ParameterizedTest
  @ValueSource(strings = {"section", "kind", "crate", "evidence,evidence", "module:2,module:1-3"})
  void columnsOfSpansHaveEachNameOnce(String columns) {
    Outcome outcome = Shell.run("spans", Shell.SAMPLE.toString(), "--columns", columns);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .startsWith(
            "weighbridge: --columns: expected columns that are not there yet, each once, f");
  }
}
