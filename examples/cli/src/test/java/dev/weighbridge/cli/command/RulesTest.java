package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesTest {
  private static final String RULES =
      """
      [[grouping]]
      name = "half"

      [[grouping.rule]]
      label = "code"
      kind = "code"
      """;

  @TempDir private Path folder;

  private Outcome size(String rules, String by) throws IOException {
    Path file = Files.writeString(folder.resolve("own.toml"), rules);
    return Shell.run(
        "size", Shell.SAMPLE.toString(), "--rules", file.toString(), "--by", by, "--format", "csv");
  }

  private void refuses(String rules, String by, String words) throws IOException {
    Outcome outcome = size(rules, by);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).startsWith("weighbridge: ").contains(words);
    assertThat(outcome.err().lines()).hasSize(1);
  }

  @Test
  void aGroupingIsAWordForBy() throws IOException {
    Outcome outcome = size(RULES, "half,category");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.out()).startsWith("half,category,fileSize").contains("\ncode,drop glue,");
  }

  @Test
  void whatIsWrongIsOneLine() throws IOException {
    refuses(RULES.replace("kind", "knd"), "half", "own.toml: line 6: grouping[0].rule[0].knd: ");
    refuses(RULES.replace("half", "section"), "section", "--rules: expected groupings with names");
    refuses(RULES, "whole", "--by: expected some of half, image, ");
    refuses(RULES, "module:3-2", "--by: expected module:N or module:M-N with M <= N <= 16, found");
    refuses(RULES, "module:99", "found 'module:99'");
    refuses("[[grouping]", "half", "own.toml: expected well-formed TOML, found ");
  }

  @Test
  void aMissingFileOfRulesIsTold() {
    assertMissing(Shell.run("size", "--rules", "missing.toml", "--by", "half"));
    assertMissing(Shell.run("size", "--rules", "missing.toml"));
    String sample = Shell.SAMPLE.toString();
    assertMissing(Shell.run("diff", sample, sample, "--rules", "missing.toml"));
  }

  private static void assertMissing(Outcome outcome) {
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualToIgnoringNewLines(
            "weighbridge: missing.toml: expected a file, found nothing there");
  }
}
