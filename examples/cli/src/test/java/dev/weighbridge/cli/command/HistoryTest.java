package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir Path folder;
  private String history;

  @BeforeEach
  void place() {
    history = folder.resolve("history.jsonl").toString();
  }

  private Outcome add(String commit, String day) {
    return Shell.run("history", "add", history, SAMPLE, "--commit", commit, "--time", day + "Z");
  }

  @Test
  void buildsAreAddedShownAndDrawn() throws IOException {
    assertThat(add("c1", "2026-01-01T00:00:00")).isEqualTo(new Outcome(0, "", ""));
    assertThat(add("c2", "2026-01-02T00:00:00").status()).isZero();
    assertThat(add("c2", "2026-01-02T00:00:00").err())
        .isEqualTo("weighbridge: " + history + ": has this build already\n");
    assertThat(Files.readAllLines(Path.of(history)))
        .hasSize(2)
        .allMatch(line -> line.contains("\"core\":"));
    assertThat(Shell.run("history", "show", history, "-n", "1").out())
        .startsWith("history.jsonl: 2 builds, the last 1\n")
        .contains("2026-01-02  c2            563,536        441,102  ELF x86_64  tally\n");
    assertThat(Shell.run("history", "trend", history, "--of", "crate=core").out())
        .startsWith("tally (ELF x86_64), crate core: 183,559 bytes, as many as 2 builds\n");
    assertThat(Shell.run("history", "trend", history, "--format", "svg").out()).startsWith("<svg ");
  }

  @Test
  void aCheckCountsGrowthOverBuilds() throws IOException {
    add("c1", "2026-01-01T00:00:00");
    Path line = Path.of(history);
    Files.writeString(
        line, Files.readString(line).replace("\"fileSize\":563536", "\"fileSize\":560000"));
    String budget =
        Files.writeString(folder.resolve("b.toml"), "[trend]\nbuilds = 20\nfile = \"0.5 %\"")
            .toString();
    String[] check = {"check", SAMPLE, "--budget", budget, "--history", history};
    Outcome outcome = Shell.run(check);
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("3,536 more than before, allowed 0.50 % more over 20 builds");
  }

  @Test
  void whatIsMissingOrOfNoUseIsTold() {
    refuse(
        "--commit: expected the commit that FILE was built from, found none",
        "add",
        history,
        SAMPLE);
    refuse(
        "ACTION: expected one of add, show, trend, found 'trnd'; did you mean trend?",
        "trnd",
        history);
    refuse("HISTORY: expected a file, found none", "show");
    refuse(history + ": expected a history, found nothing there", "show", history);
    refuse("FILE: expected none, as only add takes one, found 'x'", "show", history, "x");
    refuse(
        "--of: expected none, as show has no use for it, found one",
        "show",
        history,
        "--of",
        "file");
    refuse(
        "--commit: expected none, as trend has no use for it, found one",
        "trend",
        history,
        "--commit",
        "c");
    refuse(
        "--time: expected a time such as 2027-01-31T12:00:00Z, found 'now'",
        "add",
        history,
        SAMPLE,
        "--commit",
        "c",
        "--time",
        "now");
    refuse(
        "--of: expected one of file, memory, shipped, normalised, kind=NAME, section=NAME,"
            + " crate=NAME, region=NAME, found 'fiel'; did you mean file?",
        "trend",
        history,
        "--of",
        "fiel");
  }

  @Test
  void theProgramIsNamedWhereThereAreSeveral() {
    add("c1", "2026-01-01T00:00:00");
    Shell.run(
        "history", "add", history, SAMPLE, "--commit", "c1", "--name", "tool", "--target", "t");
    refuse(
        "--name: expected that of one of tally (ELF x86_64), tool (t), found several",
        "trend",
        history);
    refuse(
        "--name: expected that of one of tally (ELF x86_64), tool (t), found none of these",
        "trend",
        history,
        "--name",
        "other");
    assertThat(Shell.run("history", "trend", history, "--name", "tool").out())
        .startsWith("tool (t)");
    assertThat(Shell.run("history", "show", history, "--target", "t").out())
        .contains(": 1 build\n");
  }

  private static void refuse(String message, String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "history";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    Outcome outcome = Shell.run(all);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).isEqualTo("weighbridge: " + message + "\n");
  }
}
