package dev.weighbridge.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Samples;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.tree.RowSelection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Comments about changes, steps and findings. */
class MarkdownWritersTest {
  private final BinaryModel old = Samples.fixture("c-x64");
  private final BinaryModel now = Samples.fixture("cpp-x64");

  private DiffReport diff(BinaryModel before) {
    return new DiffReport(
        now.since(before, Dimensions.SECTION, Dimensions.SYMBOL),
        new DiffSelection(RowSelection.DEFAULT, true));
  }

  /** The figures of a column of the first table, its last row apart. */
  private static long sum(List<String> lines, int column) {
    long sum = 0;
    for (String line : lines) {
      if (line.startsWith("| **total**")) {
        return sum;
      }
      if (line.startsWith("| `")) {
        String cell = line.replace("\\|", "").split("\\|", -1)[column].strip().replace(",", "");
        sum += cell.equals("-") ? 0 : Long.parseLong(cell.replace("+", ""));
      }
    }
    throw new AssertionError("no total");
  }

  @Test
  void changesSumToTheChangeOfTheFile() {
    String text = diff(old).text(OutputFormat.MARKDOWN);
    List<String> lines = text.lines().toList();
    long change = now.fileSize() - old.fileSize();
    assertThat(sum(lines, 2)).isEqualTo(old.fileSize());
    assertThat(sum(lines, 3)).isEqualTo(now.fileSize());
    assertThat(sum(lines, 4)).isEqualTo(change);
    assertThat(text)
        .startsWith("**`cpp-x64`**: " + Figures.grouped(old.fileSize()) + " → **")
        .contains("(" + Figures.signed(change) + ", ")
        .contains("<summary>What changed by symbol in each section</summary>");
    assertThat(Samples.comment(diff(old), 1)).doesNotContain("<details>").contains("left out");
  }

  @Test
  void nothingChangedIsSaid() {
    assertThat(diff(now).text(OutputFormat.MARKDOWN))
        .contains("bytes**, as many as before.")
        .contains(" unchanged]`")
        .doesNotContain("<details>");
  }

  @Test
  void stepsAreShownBesideTheSizes() {
    BuildComparison steps = BuildComparison.of(List.of(old.attribution(), now.attribution()));
    long change = now.fileSize() - old.fileSize();
    assertThat(new CompareReport(steps).text(OutputFormat.MARKDOWN))
        .startsWith("| bytes | `c-x64` | `cpp-x64` |\n| :-- | --: | --: |\n| file | ")
        .contains(
            Figures.grouped(now.fileSize())
                + "<br>"
                + Figures.signed(change)
                + " ("
                + Figures.change(old.fileSize(), now.fileSize())
                + " %) |");
  }

  @Test
  void aBlockOfCodeHoldsAnyLine() throws Exception {
    StringBuilder out = new StringBuilder();
    new MarkdownText(out).block(List.of("a ```` b"));
    assertThat(out).hasToString("`````\na ```` b\n`````\n");
  }
}
