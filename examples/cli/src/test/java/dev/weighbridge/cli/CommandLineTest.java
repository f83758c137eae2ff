package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds of the arguments of all commands. */
class CommandLineTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir Path folder;

  @Test
  void longNamesMeanTheSame() throws IOException {
    assertThat(Shell.run("size", "--rows", "2", "--wide"))
        .isEqualTo(Shell.run("size", "-n", "2", "-w"));
    assertThat(Shell.run("size", "--rows=2")).isEqualTo(Shell.run("size", "-n2"));
    Path file = folder.resolve("table.txt");
    assertThat(Shell.run("size", "--output", file.toString()).status()).isZero();
    assertThat(Files.readString(file)).isEqualTo(Shell.run("size").out());
    assertThat(Shell.run("size", "-n", "2", "--rows", "3").err())
        .isEqualTo("weighbridge: -n: expected once, found twice\n");
  }

  @Test
  void helpNamesACommand() {
    assertThat(Shell.run("help", "size")).isEqualTo(Shell.run("size", "--help"));
    assertThat(Shell.run("help", "help")).isEqualTo(Shell.run("help"));
    assertThat(Shell.run("help", "sise").err()).endsWith("found 'sise'; did you mean size?\n");
    assertThat(Shell.run("help", "size", "diff").status()).isEqualTo(Weighbridge.UNUSABLE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          sise                  ~ size
          dif                   ~ diff
          dupliactes            ~ duplicates
          size --fliter x       ~ --filter
          size --crate-polcy=x  ~ --crate-policy
          size --format jsn     ~ json
          size --by crte        ~ crate
          """)
  void saysWhatMayBeMeant(String command, String meant) {
    Outcome outcome = Shell.run(command.split(" ", -1));
    assertThat(outcome.status()).isEqualTo(Weighbridge.UNUSABLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).endsWith("; did you mean " + meant + "?\n");
  }

  @Test
  void guessesNothingFarOff() {
    assertThat(Shell.run("zebra").err()).doesNotContain("did you mean");
    assertThat(Shell.run("size", "--nothing").err()).doesNotContain("did you mean");
  }

  @Test
  void argumentsMayStandInAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("args"), "# usual\n-n 2\n--by 'section'\n");
    assertThat(Shell.run("size", "@" + file))
        .isEqualTo(Shell.run("size", "-n", "2", "--by", "section"));
    assertThat(Shell.run("size", "@" + folder).err())
        .isEqualTo(
            "weighbridge: "
                + folder
                + ": expected a file of arguments, found none that can be read\n");
    assertThat(Shell.run("size", "@nowhere").err()).contains("@nowhere: expected a file");
    assertThat(Shell.run("explain", SAMPLE, "@0x20").status()).isZero();
  }
}
