package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasureOptionTest {
  private static String size(String... options) {
    String[] words = new String[options.length + 2];
    words[0] = "size";
    words[1] = Shell.SAMPLE.toString();
    System.arraycopy(options, 0, words, 2, options.length);
    Outcome outcome = Shell.run(words);
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.status()).isZero();
    return outcome.out();
  }

  @Test
  void theUsualMeasuresAreThoseOfWhoAsksForNone() {
    for (String format : new String[] {"text", "json", "csv", "markdown", "html"}) {
      assertThat(size("--measure", "file,memory", "--format", format))
          .isEqualTo(size("--format", format));
    }
  }

  @Test
  void columnsFollowTheMeasures() {
    assertThat(size("--by", "kind", "--measure", "memory,file"))
        .contains("Memory size  % of memory  File size     Code  kind\n");
    assertThat(size("--by", "kind", "--measure", "debug"))
        .contains("Debug size  % of debug  kind\n");
    assertThat(size("--by", "kind", "--measure", "memory", "--format", "csv"))
        .startsWith("kind,memorySize,count,");
    assertThat(size("--by", "kind", "--measure", "debug,file", "--format", "csv"))
        .startsWith("kind,debug,fileSize,count,");
    assertThat(size("--by", "kind", "--measure", "memory", "--format", "markdown"))
        .contains("| kind | Memory size | % of memory |\n");
  }

  @Test
  void rowsOfJsonGainWhatIsBeyondTheUsual() {
    assertThat(size("--by", "kind", "--measure", "debug", "--format", "json"))
        .contains("\"memorySize\":441102,\"measures\":{\"debug\":0},\"by\"")
        .contains("{\"label\":\"[code]\",\"fileSize\":313070,\"memorySize\":313070,\"measures\":");
    assertThat(size("--measure", "memory", "--format", "json")).doesNotContain("measures");
  }

  @Test
  void theFirstMeasureSortsUnlessAnotherIsNamed() {
    String byMemory = size("--by", "section", "--sort", "memory", "--format", "csv");
    String labels = byMemory.replaceAll("(?m),.*$", "");
    String first = size("--by", "section", "--measure", "memory", "--format", "csv");
    assertThat(first.replaceAll("(?m),.*$", "")).isEqualTo(labels);
  }

  @Test
  void aDiffIsOfTheMeasure() {
    String sample = Shell.SAMPLE.toString();
    Outcome outcome = Shell.run("diff", sample, sample, "--measure", "memory");
    assertThat(outcome.out()).contains("No change in memory.").endsWith("  memory\n");
    Outcome csv = Shell.run("diff", sample, sample, "--measure", "debug", "--format", "csv");
    assertThat(csv.out()).contains("status,from,debugBefore,paddingBefore,countBefore,debugAfter,");
  }

  @Test
  void rowsOfABudgetAreCountedInIt(@TempDir Path folder) throws IOException {
    String toml = "[limits.section]\n\".bss\" = 0\n";
    String budget = Files.writeString(folder.resolve("b.toml"), toml).toString();
    String sample = Shell.SAMPLE.toString();
    assertThat(Shell.run("check", sample, "--budget", budget).status()).isZero();
    Outcome outcome = Shell.run("check", sample, "--budget", budget, "--measure", "memory");
    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.out()).contains("broken   section .bss: ").contains(" bytes in memory, ");
  }

  @Test
  void aWordThatNamesNoMeasureIsOneLine() {
    refuses(
        "--measure: expected some of file, memory, debug, shipped, region:NAME, found 'memori'; did"
            + " you mean memory?",
        "--measure",
        "memori");
    refuses("--sort: expected one of file, memory, label, found 'debug'", "--sort", "debug");
  }

  private static void refuses(String message, String... options) {
    Outcome outcome = Shell.run("size", Shell.SAMPLE.toString(), options[0], options[1]);
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err()).isEqualToIgnoringNewLines("weighbridge: " + message);
  }
}
