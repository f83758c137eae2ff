package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.PackedFile;
import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command for budgets on the sample, which has 563,536 bytes ({@code ls -l}). */
class CheckTest {
  @TempDir Path folder;

  private Path budget(String toml) throws IOException {
    return Files.writeString(folder.resolve("budget.toml"), toml);
  }

  private static Outcome check(Path budget, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("check", Shell.SAMPLE.toString(), "--budget", budget.toString()));
    arguments.addAll(List.of(more));
    return Shell.run(arguments.toArray(String[]::new));
  }

  @Test
  void limitsAreTightenedInTheirFile() throws IOException {
    Path budget = budget("# ours\n[limits]\nfile = \"1 MiB\" # all\nsymbols = 1\n");
    Outcome outcome = check(budget, "--tighten");
    assertThat(outcome.status()).as("symbols are too many").isEqualTo(1);
    assertThat(outcome.out()).contains("ok       file: 563,536 bytes, allowed 1,048,576 bytes");
    assertThat(outcome.err())
        .isEqualTo("weighbridge: " + budget + ": line 3: file = \"551 KiB\" # all\n");
    assertThat(budget).hasContent("# ours\n[limits]\nfile = \"551 KiB\" # all\nsymbols = 1\n");
    assertThat(check(budget, "--tighten").err())
        .isEqualTo("weighbridge: " + budget + ": no limit has room\n");
  }

  @Test
  void aDayDecidesWhatHasExpired() throws IOException {
    Path budget =
        budget("[limits]\nfile = { allowed = \"1 MB\", reason = \"beta\", expires = 2027-01-31 }");
    assertThat(check(budget, "--today", "2027-01-31").status()).isZero();
    Outcome late = check(budget, "--today", "2027-02-01");
    assertThat(late.status()).isEqualTo(1);
    assertThat(late.out())
        .contains("expired on 2027-01-31\n         Reason: beta\n")
        .doesNotContain("core");
    assertThat(check(budget, "--today", "soon").err())
        .isEqualTo("weighbridge: --today: expected a day such as 2027-01-31, found 'soon'\n");
  }

  @Test
  void aNameInNoHistoryIsRefused() throws IOException {
    assertThat(check(budget("[limits]\nfile = 1"), "--name", "app").err())
        .isEqualTo(
            "weighbridge: --name: expected none, as check without --history has no use for it,"
                + " found one\n");
  }

  @Test
  void everyFormatIsWritten() throws IOException {
    Path budget = budget("[limits.crate]\n\"/^(core|std)$/\" = 5");
    assertThat(check(budget, "--format", "github").out())
        .startsWith("::error file=")
        .contains("budget.toml,line=2,title=crate /^(core|std)$/%3A at most 5 bytes::tally: crate")
        .contains("%0A183,559 core%0A142,554 std\n");
    assertThat(check(budget, "--format", "junit").out()).contains("<failure message=\"crate /^");
    assertThat(check(budget, "--format", "gitlab").out())
        .startsWith("[\n {\"description\":\"tally");
    assertThat(check(budget, "--format", "sarif").out()).contains("\"ruleId\":\"budget/crate\"");
    assertThat(check(budget, "--format", "gitlba").err()).contains("did you mean gitlab?");
  }

  /** The same build twice: with the side files of one alone, all in it would seem to be new. */
  @Test
  void growthIsCountedWithTheSideFilesOfBoth() throws IOException {
    String app = PackedFile.program("app", folder).toString();
    String map = PackedFile.program("app.map", folder).toString();
    String sample = Shell.SAMPLE.toString();
    String lock = PackedFile.CARGO.resolve("Cargo.lock").toString();
    Path budget = budget("[growth.member]\n\"*\" = \"0 B\"\n");
    Outcome same =
        Shell.run("check", app, "--budget", budget.toString(), "--since", app, "--map", map);
    assertThat(same.status()).as(same.out() + same.err()).isZero();
    Outcome other =
        Shell.run("check", app, "--budget", budget.toString(), "--since", sample, "--map", map);
    assertThat(other.err())
        .contains("--map: expected a map for FILE and one for that of --since, found none of ");
    String saved = folder.resolve("saved").toString();
    Shell.run("save", app, "-o", saved);
    assertThat(
            Shell.run("check", app, "--budget", budget.toString(), "--since", saved, "--map", map)
                .err())
        .contains("found none of " + saved + ", a model saved without one");
    Shell.run("save", app, "--map", map, "-o", saved);
    Outcome kept =
        Shell.run("check", app, "--budget", budget.toString(), "--since", saved, "--map", map);
    assertThat(kept.status()).as(kept.out() + kept.err()).isZero();
    budget = budget("[growth.crate-version]\n\"*\" = \"0 B\"\n");
    List<String> words =
        new ArrayList<>(List.of("check", app, "--budget", budget.toString(), "--since", app));
    words.addAll(List.of("--cargo-lock", lock));
    assertThat(Shell.run(words.toArray(String[]::new)).err())
        .contains("expected a file for FILE and one for that of --since, found one");
    words.addAll(List.of("--cargo-lock", lock));
    Outcome versions = Shell.run(words.toArray(String[]::new));
    assertThat(versions.status()).as(versions.out() + versions.err()).isZero();
  }
}
