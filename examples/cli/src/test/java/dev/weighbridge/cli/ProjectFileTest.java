package dev.weighbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings and defaults in {@code weighbridge.toml}. */
class ProjectFileTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir Path folder;

  private String file(String text) throws IOException {
    return Files.writeString(folder.resolve("other.toml"), text).toString();
  }

  @Test
  void defaultsAreAsIfTheyWereGiven() throws IOException {
    String file = file("[defaults]\nrows = 2\nwide = true\n[defaults.size]\nby = ['section']\n");
    assertThat(Shell.run("size", "--config", file))
        .isEqualTo(Shell.run("size", "-n", "2", "-w", "--by", "section"));
    assertThat(Shell.run("size", "--config", file, "--rows=3", "--by=kind"))
        .isEqualTo(Shell.run("size", "-n", "3", "-w", "--by", "kind"));
    assertThat(Shell.run("generics", SAMPLE, "--config", file))
        .isEqualTo(Shell.run("generics", SAMPLE, "-n", "2", "-w"));
    // It has none of these options.
    assertThat(Shell.run("demangle", "_RNvC1a1b", "--config", file).out()).isEqualTo("a::b\n");
  }

  @Test
  void theTableOfACommandWins() throws IOException {
    String all = "[defaults]\nrows = 2\nwide = true\nby = 'kind'\n";
    String file = file("[defaults.size]\nrows = 1\nwide = false\n" + all);
    assertThat(Shell.run("size", "--config", file))
        .isEqualTo(Shell.run("size", "-n", "1", "--by", "kind"));
    assertThat(Shell.run("diff", SAMPLE, SAMPLE, "--config", file))
        .isEqualTo(Shell.run("diff", SAMPLE, SAMPLE, "-n", "2", "-w", "--by", "kind"));
  }

  @Test
  void listsAreWordsOrSeveralOptions() throws IOException {
    String file =
        file("[defaults]\nmeasure = ['memory', 'file']\nregion = ['A=0+1K', 'B=0x400000+512K']\n");
    assertThat(Shell.run("size", "--by", "region", "--config", file))
        .isEqualTo(
            Shell.run(
                "size --by region --measure memory,file --region A=0+1K --region B=0x400000+512K"
                    .split(" ", -1)));
  }

  @Test
  void filesAreFoundFromWhereItLies() throws IOException {
    String file = file("[defaults]\nbudget = 'limits.toml'\n");
    Files.writeString(folder.resolve("limits.toml"), "[limits]\nfile = 1\n");
    Outcome outcome = Shell.run("check", SAMPLE, "--config", file);
    assertThat(outcome.status()).isEqualTo(Weighbridge.FAILED);
    // What has no use for it takes no notice.
    assertThat(Shell.run("diff", SAMPLE, SAMPLE, "--config", file))
        .isEqualTo(Shell.run("diff", SAMPLE, SAMPLE));
  }

  @Test
  void oneFileHasLintAndCheck() throws IOException {
    String text = "[limits]\nfile = '1 MiB'\n[rules]\nstrip-symbols = 'off'\n";
    String file = file("fail-on = 'error'\n" + text + "[defaults]\nrows = 1\n");
    Outcome lint = Shell.run("lint", SAMPLE, "--config", file);
    assertThat(lint.status()).isZero();
    assertThat(lint.out()).doesNotContain("strip-symbols");
    assertThat(Shell.run("lint", SAMPLE, "--config", file, "--fail-on", "note").status())
        .isEqualTo(Weighbridge.FAILED);
    assertThat(Shell.run("check", SAMPLE, "--config", file))
        .isEqualTo(Shell.run("check", SAMPLE, "--budget", file));
    assertThat(Shell.run("check", SAMPLE, "--config", file, "--tighten").err()).contains("file = ");
    assertThat(Files.readString(Path.of(file)))
        .startsWith("fail-on = 'error'\n[limits]\nfile = ")
        .doesNotContain("1 MiB")
        .endsWith("[defaults]\nrows = 1\n");
    assertThat(Shell.run("check", SAMPLE, "--no-config").err())
        .isEqualTo(
            "weighbridge: --budget: expected a file of limits, or some in weighbridge.toml, found"
                + " none\n");
  }

  @Test
  void whatACommandLineSaysLeavesNoRoomForTheOther() throws IOException {
    String file = file("[defaults]\ncompress = 'gzip'\nimage = 'linux/arm64'\n");
    Path packed = folder.resolve("tally.xz");
    Outcome outcome =
        Shell.run("size", SAMPLE, "--config", file, "--compressed", packed.toString());
    assertThat(outcome.err())
        .isEqualTo("weighbridge: " + packed + ": expected a readable file, found nothing there\n");
    assertThat(Shell.run("size", SAMPLE, "--config", file))
        .isEqualTo(Shell.run("size", SAMPLE, "--compress", "gzip"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "[defaults]\\n"
            + "rowz = 1 | line 2: defaults.rowz: expected an option of any command that a file may"
            + " give, found 'rowz'; did you mean rows?",
        "[defaults.lint]\\n"
            + "by = 1 | line 2: defaults.lint.by: expected an option of weighbridge lint that a"
            + " file may give, found 'by'",
        "[defaults.sise]\\nrows = 1 | line 2: defaults.sise.rows: expected the name of a command,"
            + " found 'sise'; did you mean size?",
        "[defaults]\\n"
            + "output = 'x' | line 2: defaults.output: expected an option of any command that a"
            + " file may give, found 'output'",
        "[defaults]\\nwide = 'yes' | line 2: defaults.wide: expected true or false, found 'yes'",
        "[defaults]\\n"
            + "rows = true | line 2: defaults.rows: expected N as text or number, found 'true'",
        "[defaults]\\n"
            + "rows = -1 | line 2: defaults.rows: expected a whole number of 0 or more, found '-1'",
        "[defaults]\\nsort = 'lable' | line 2: defaults.sort: expected one of file, memory, label,"
            + " found 'lable'",
        "[default]\\nrows = 1 | line 1: default: expected one of fail-on, rules, allow, limits,"
            + " growth, trend, defaults, found default; did you mean defaults?",
      })
  void mistakesAreOneLineThatSaysWhere(String text, String message) throws IOException {
    String file = file(text.replace("\\n", "\n"));
    Outcome outcome = Shell.run("size", "--config", file);
    assertThat(outcome.status()).isEqualTo(Weighbridge.UNUSABLE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("weighbridge: " + file + ": " + message + "\n");
    // Whoever asks for help, or for a completion when a shell starts, gets it.
    assertThat(Shell.run("size", "--help", "--config", file).status()).isZero();
    assertThat(Shell.run("completion", "fish", "--config", file).status()).isZero();
  }

  @Test
  void aFileThatIsNamedMustBeThere() {
    assertThat(Shell.run("size", "--config", "none.toml").err())
        .isEqualTo("weighbridge: none.toml: expected a readable file, found nothing there\n");
    assertThat(Shell.run("size", "--config", "none.toml", "--no-config").err())
        .isEqualTo("weighbridge: --config: expected none beside --no-config, found one\n");
  }

  @Test
  void theNearestFileUpwardsIsTaken() throws Exception {
    Path command = Launcher.in(folder);
    Path deep = Files.createDirectories(folder.resolve("one/two"));
    Files.writeString(folder.resolve("weighbridge.toml"), "[defaults]\nrows = 1\n");
    String one = Shell.run("size", "-n", "1").out();
    assertThat(run(deep, command, "size")).isEqualTo(one);
    assertThat(run(folder, command, "size")).isEqualTo(one);
    String all = Shell.run("size").out();
    assertThat(run(deep, command, "size", "--no-config")).isEqualTo(all);
    Files.writeString(deep.resolve("weighbridge.toml"), "");
    assertThat(run(deep, command, "size")).isEqualTo(all);
    Files.writeString(deep.resolve("weighbridge.toml"), "[defaults]\nrows = 'x'\n");
    assertThat(run(deep, command, "size"))
        .isEqualTo(
            "weighbridge: weighbridge.toml: line 2: defaults.rows: expected a whole number of 0 or"
                + " more, found 'x'\n");
  }

  private static String run(Path where, Path command, String... args) throws Exception {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(where.toFile()).redirectErrorStream(true);
    builder.environment().put("COLUMNS", "100");
    File none = new File("/dev/null");
    Process process = builder.redirectInput(none).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
