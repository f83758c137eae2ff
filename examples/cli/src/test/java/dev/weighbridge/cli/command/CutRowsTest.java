package dev.weighbridge.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.cli.Shell;
import dev.weighbridge.cli.Shell.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that cut rows leave the sums as they are. */
class CutRowsTest {
  private static final String SAMPLE = Shell.SAMPLE.toString();

  private static String lastFigures(String table) {
    return table.lines().filter(line -> line.endsWith(" total")).findFirst().orElseThrow();
  }

  @Test
  void rowsCutAreSummed() {
    String all = Shell.run("size", "--by", "section", "-n", "0").out();
    String some =
        Shell.run("size", "--by", "section", "--exclude", "^\\.text$", "--min-size", "20000").out();
    assertThat(some).doesNotContain("  .text\n").contains(" others]\n");
    assertThat(lastFigures(some)).isEqualTo(lastFigures(all));
    assertThat(Shell.run("size", "--by", "kind", "--exclude", "code", "-n", "0").out())
        .contains("[1 others]")
        .doesNotContain("[code]");
  }

  @Test
  void fewBytesAreThoseOfTheMeasureThatSorts() {
    String file = Shell.run("size", "--by", "kind", "--min-size", "1000").out();
    assertThat(file).contains("[names]");
    String memory =
        Shell.run("size", "--by", "kind", "--measure", "memory,file", "--min-size", "1000").out();
    assertThat(memory).doesNotContain("[names]");
  }

  @Test
  void programsAreToldWhatWasCut() {
    assertThat(Shell.run("size", "--exclude", "x", "--min-size", "7", "--format", "json").out())
        .contains("\"exclude\":\"x\",\"minSize\":7");
  }

  @ParameterizedTest
  @ValueSource(strings = {"generics", "duplicates", "retained"})
  void everyTableOfRowsTakesThem(String command) {
    Outcome all = Shell.run(command, SAMPLE, "-n", "0");
    Outcome cut = Shell.run(command, SAMPLE, "-n", "0", "--exclude", "", "--min-size", "10");
    assertThat(cut.status()).isZero();
    assertThat(cut.out()).contains(" others]");
    assertThat(lastFigures(cut.out()).trim()).isEqualTo(lastFigures(all.out()).trim());
    assertThat(Shell.run(command, SAMPLE, "--min-size", "-1").err())
        .isEqualTo("weighbridge: --min-size: expected a whole number of 0 or more, found '-1'\n");
    assertThat(Shell.run(command, SAMPLE, "--exclude", "(").err())
        .startsWith("weighbridge: --exclude: expected a regular expression, found '('");
  }

  @Test
  void changesAreCutByHowMuchChanged() {
    String same = Shell.run("diff", SAMPLE, SAMPLE, "--min-size", "1", "--format", "csv").out();
    assertThat(same).contains("others]").doesNotContain("serde");
  }
}
