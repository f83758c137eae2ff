package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @ParameterizedTest
  @CsvSource({"note, 1", "warning, 1", "error, 0"})
  void theExitStatusFollowsFailOn(String severity, int status) {
    Outcome outcome = Shell.run("lint", SAMPLE, "--fail-on", severity);
    assertThat(outcome.status()).isEqualTo(status);
    assertThat(outcome.out()).contains("\nwarning  strip-symbols: saves exactly 123,496 bytes\n");
    assertThat(outcome.err()).isEmpty();
  }

  @Test
  void settingsAndBaselineAreRead() throws IOException {
    String config =
        file(
            "lint.toml",
            """
            fail-on = "error"
            [rules]
            strip-symbols = "off"
            [[allow]]
            rule = "lto"
            reason = "builds must be fast"
            expires = 2026-12-31
            """);
    Outcome allowed = Shell.run("lint", SAMPLE, "--config", config, "--today", "2026-12-31");
    assertThat(allowed.status()).isZero();
    assertThat(allowed.out())
        .doesNotContain("strip-symbols")
        .contains("\nallowed  lto: builds must be fast\n");
    Outcome expired = Shell.run("lint", SAMPLE, "--config", config, "--today", "2027-01-01");
    assertThat(expired.out())
        .contains("\nwarning  lto: ", "\nexpired  lto: allowed until 2026-12-31, builds must");
    String known = folder.resolve("known.json").toString();
    assertThat(Shell.run("lint", SAMPLE, "--format", "json", "-o", known).status()).isEqualTo(1);
    Outcome again = Shell.run("lint", SAMPLE, "--baseline", known);
    assertThat(again.status()).isZero();
    assertThat(again.out()).contains("nothing found").contains(" in the baseline\n");
  }

  /** What is not shown counts as before, and is said to be there. */
  @Test
  void findingsAreCutAndSummed() throws IOException {
    Outcome cut = Shell.run("lint", SAMPLE, "-n", "2");
    assertThat(cut.status()).isEqualTo(1);
    assertThat(cut.out())
        .contains("; 4 warnings, 7 notes\n", "strip-symbols: saves", "\nTogether leaves ")
        .containsPattern("\n9 more findings, [0-9,]+ bytes if each is taken by itself\n")
        .doesNotContain("\nwarning  lto: ");
    Outcome all = Shell.run("lint", SAMPLE, "-n", "0");
    assertThat(all).isEqualTo(Shell.run("lint", SAMPLE));
    assertThat(all.out()).doesNotContain(" more finding");
    Outcome none = Shell.run("lint", SAMPLE, "--exclude", "", "--fail-on", "error");
    assertThat(none.status()).isZero();
    assertThat(none.out()).contains("\n11 more findings, ").doesNotContain(" fix ");
    assertThat(Shell.run("lint", SAMPLE, "--min-size", "120000").out())
        .contains("strip-symbols: ", "\n9 more findings, ");
    for (String format : new String[] {"csv", "sarif", "html"}) {
      String[] words = {"lint", SAMPLE, "--format", format, "-n", "1"};
      assertThat(Shell.run(words)).isEqualTo(Shell.run("lint", SAMPLE, "--format", format));
    }
    assertThat(Shell.run("lint", SAMPLE, "--format", "markdown", "-n", "1").out())
        .containsPattern("\n10 more findings, [0-9,]+ bytes if each is taken by itself\\.\n");
  }

  @Test
  void aBaselineThatLeavesFindingsOutIsRefused() {
    String cut = folder.resolve("cut.json").toString();
    Shell.run("lint", SAMPLE, "--format", "json", "-n", "2", "-o", cut);
    Outcome outcome = Shell.run("lint", SAMPLE, "--baseline", cut);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            "weighbridge: "
                + cut
                + ": others: expected every finding, as without --rows, found 9 left out\n");
  }

  @Test
  void linesAreLeftWhole() {
    Outcome wide = Shell.run("lint", SAMPLE, "-w");
    assertThat(wide.out().lines().mapToInt(String::length).max().orElse(0)).isGreaterThan(100);
    assertThat(wide.out().replaceAll("\\s+", " "))
        .isEqualTo(Shell.run("lint", SAMPLE).out().replaceAll("\\s+", " "));
  }

  @Test
  void budgetsAreChecked() throws IOException {
    String tight = file("tight.toml", "[limits]\nfile = \"500 KiB\"\n");
    Outcome broken = Shell.run("check", SAMPLE, "--budget", tight);
    assertThat(broken.status()).isEqualTo(1);
    assertThat(broken.out())
        .contains("broken   file: 563,536 bytes, allowed 512,000 bytes: 51,536 bytes too many\n");
    String growth = file("growth.toml", "[growth]\nfile = \"0 %\"\n");
    Outcome kept = Shell.run("check", SAMPLE, "--budget", growth, "--since", SAMPLE);
    assertThat(kept.status()).isZero();
    assertThat(Shell.run("check", SAMPLE, "--budget", growth).out()).contains("no earlier build");
  }

  /** Whose code it is, and what it is priced at, changes what a limit of a crate counts. */
  @Test
  void limitsCountByTheOwnersThatAreAskedFor() throws IOException {
    String budget = file("core.toml", "[limits.crate]\ncore = \"1 KB\"\n");
    String[] check = {"check", SAMPLE, "--budget", budget};
    assertThat(Shell.run(check).out()).contains("crate core: 183,559 bytes, ");
    assertThat(with(check, "--pricing", "own").out()).contains("crate core: 102,900 bytes, ");
    assertThat(with(check, "--crate-policy", "instantiating").out())
        .contains("crate core: 79,400 bytes, ");
    assertThat(with(check, "--std", "collapsed").out()).contains("crate core: not in the file, ");
    assertThat(with(check, "--std", "split", "--history", "none.jsonl").err())
        .isEqualTo(
            "weighbridge: --std: expected none, as check with --history has no use for it, found"
                + " one\n");
  }

  @Test
  void buildsAreComparedByTheOwnersThatAreAskedFor() {
    String[] compare = {"compare", SAMPLE, SAMPLE, "--by", "crate", "--format", "csv", "-n", "0"};
    assertThat(Shell.run(compare).out()).contains(",core,183559,");
    assertThat(with(compare, "--crate-policy", "instantiating").out()).contains(",core,79400,");
    assertThat(with(compare, "--std", "collapsed").out()).doesNotContain(",core,");
    assertThat(Shell.run("compare", SAMPLE, "--std", "split").err())
        .startsWith("weighbridge: --std: expected none, as a comparison by kinds of bytes has");
  }

  private static Outcome with(String[] command, String... more) {
    return Shell.run(Stream.of(command, more).flatMap(Stream::of).toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lint | FILE: expected a file, found none",
        "lint x --fail-on all | --fail-on: expected one of note, warning, error, found 'all'",
        "lint x --today now | --today: expected a day such as 2027-01-31, found 'now'",
        "lint x --config none.toml | none.toml: expected a readable file, found nothing there",
        "lint x --format xml"
            + " | --format: expected one of text, json, csv, markdown, html, sarif, found 'xml'",
        "check x | --budget: expected a file of limits, or some in weighbridge.toml, found none",
        "check x --budget . | .: expected a readable file, found a directory"
      })
  void badArgumentsAreOneLine(String command, String line) {
    Outcome outcome = Shell.run(command.split(" "));
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().strip()).isEqualTo("weighbridge: " + line);
  }

  @Test
  void badSettingsAreOneLine() throws IOException {
    String config = file("bad.toml", "[rules]\nnothing = \"off\"\n");
    Outcome outcome = Shell.run("lint", SAMPLE, "--config", config);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith(
            "weighbridge: " + config + ": line 2: rules.nothing: expected a rule of debug-build, ");
    assertThat(outcome.err().lines()).hasSize(1);
  }
}
