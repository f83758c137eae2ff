package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Weighbridge;
import dev.weighbridge.cli.options.StandardInput;
import dev.weighbridge.cli.terminal.Console;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code size} of several files, and of standard input. */
class SeveralFilesTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  private static Shell.Outcome piped(byte[] input, String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream messages = new PrintStream(err, true, StandardCharsets.UTF_8);
    Console console = new Console(new ByteArrayInputStream(input), out, messages, 100);
    int status = new Weighbridge(console).run(args);
    return new Shell.Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void eachFileHasItsTable() {
    String one = Shell.run("size", SAMPLE, "-n", "2").out();
    assertThat(Shell.run("size", SAMPLE, SAMPLE, "-n", "2").out()).isEqualTo(one + "\n" + one);
  }

  @Test
  void jsonIsAnArray() {
    String one = Shell.run("size", SAMPLE, "--format", "json").out();
    assertThat(Shell.run("size", SAMPLE, SAMPLE, "--format", "json").out())
        .isEqualTo("[" + one + "," + one + "]\n");
    assertThat(Shell.run("size", SAMPLE, SAMPLE, "--format", "csv").err())
        .isEqualTo(
            "weighbridge: --format: expected text, json or markdown for several files, found"
                + " 'csv'\n");
  }

  @Test
  void aDashIsStandardInput() throws IOException {
    byte[] sample = Files.readAllBytes(Shell.SAMPLE);
    String file = Shell.run("size", SAMPLE, "-n", "2").out();
    Shell.Outcome piped = piped(sample, "size", "-", "-n", "2");
    assertThat(piped.status()).isZero();
    assertThat(piped.out()).isEqualTo(file.replace("tally: ", "standard input: "));
    assertThat(piped(sample, "diff", "-", SAMPLE).status()).isZero();
    assertThat(piped("nothing".getBytes(StandardCharsets.UTF_8), "size", "-").err())
        .startsWith("weighbridge: standard input: ")
        .doesNotContain("weighbridge-");
  }

  @Test
  void whatWasPipedIsPrivateAndGoneAfterwards() throws IOException {
    Path file;
    try (StandardInput input = new StandardInput(new ByteArrayInputStream(new byte[9]), 9)) {
      file = input.file();
      assertThat(file).hasBinaryContent(new byte[9]);
      assertThat(input.file()).isEqualTo(file);
      assertThat(input.told(file + ": x")).isEqualTo("standard input: x");
    }
    assertThat(file).doesNotExist();
    assertThat(file.getParent()).doesNotExist();
    try (StandardInput input = new StandardInput(new ByteArrayInputStream(new byte[9]), 8)) {
      assertThatThrownBy(input::file)
          .hasMessage("standard input: expected at most 8 bytes, found more");
    }
  }
}
