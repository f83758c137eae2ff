package dev.weighbridge.report.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.diff.ChangeThreshold;
import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.report.Samples;
import dev.weighbridge.tree.RowSelection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds of one program: two of the same source in two folders, and one of more. */
class ReviewCommentTest {
  private static final ChangeThreshold USUAL = new ChangeThreshold(512, 10);
  private static final BinaryModel A = build("a");
  private static final BinaryModel B = build("b");
  private static final BinaryModel MORE = build("more");

  private static BinaryModel build(String name) {
    try {
      return BinaryModel.open(Path.of("src/test/resources/diff/shapes-v0-" + name));
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  private static SizeDiff diff(BinaryModel before, BinaryModel after, Dimension... by) {
    return after.since(before, by);
  }

  private static ReviewComment comment(SizeDiff diff, String budget) {
    DiffReport report = new DiffReport(diff, new DiffSelection(RowSelection.DEFAULT, true));
    BudgetCheck check = BudgetCheck.of(SizeBudget.parse("b.toml", budget), MORE.query(), A.query());
    return new ReviewComment(
        "app", report, budget.isEmpty() ? Optional.empty() : Optional.of(check));
  }

  @Test
  void theSameSourceInTwoFoldersIsNoChange() {
    SizeDiff same = diff(A, B, Dimensions.CRATE, Dimensions.SYMBOL);
    assertThat(new ChangeThreshold(0, 0).isNoise(same)).isTrue();
    assertThat(USUAL.isNoise(same)).isTrue();
  }

  /** 5,424 bytes of 32,168 more, or 16.86 %, of which 57 are padding; alloc has 3,774 more. */
  @Test
  void noiseIsBelowBothFigures() {
    SizeDiff more = diff(A, MORE, Dimensions.CRATE);
    assertThat(USUAL.isNoise(more)).isFalse();
    assertThat(new ChangeThreshold(10_000, 10).isNoise(more)).as("the share is reached").isFalse();
    assertThat(new ChangeThreshold(512, 9_000).isNoise(more)).as("the bytes are").isFalse();
    assertThat(new ChangeThreshold(10_000, 9_000).isNoise(more)).isTrue();
    assertThat(new ChangeThreshold(5_367, 9_000).isNoise(more)).isFalse();
    assertThat(new ChangeThreshold(5_368, 9_000).isNoise(more)).as("without padding").isTrue();
  }

  @Test
  void thresholdsAreRead() {
    assertThat(ChangeThreshold.parse("512,0.1%")).isEqualTo(USUAL).hasToString("512,0.10%");
    assertThat(ChangeThreshold.parse("4 KiB, 1 %")).isEqualTo(new ChangeThreshold(4096, 100));
    for (String text : List.of("512", "0.1%", "x,1%", "512,x", "-1,1%")) {
      assertThatThrownBy(() -> ChangeThreshold.parse(text))
          .hasMessage("expected a size and a share such as 512,0.1%, found '" + text + "'");
    }
  }

  @Test
  void aCommentHasAMarkAndFoldsItsRows() {
    String text =
        comment(diff(A, MORE, Dimensions.CRATE, Dimensions.SYMBOL), "[limits]\nfile = 9").text();
    assertThat(text)
        .startsWith(
            "<!-- weighbridge:app -->\n**`shapes-v0-more`**: 32,168 → **37,592 bytes** (+5,424,")
        .contains("over its budget, 1 of 1 limits broken\n")
        .contains("<summary>What changed, row by row</summary>\n\n| crate |")
        .hasLineCount((int) text.lines().count());
    assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
    assertThat(text.indexOf("| crate |")).isGreaterThan(text.indexOf("over its budget"));
  }

  @Test
  void aCommentIsNeverTooLong() {
    SizeDiff all = diff(A, Samples.fixture("cpp-x64"), Dimensions.SYMBOL);
    DiffReport report = new DiffReport(all, new DiffSelection(RowSelection.DEFAULT, false));
    StringBuilder limits = new StringBuilder("[limits.symbol]\n");
    for (int i = 0; i < 1000; i++) {
      limits.append("\"a rather long name of a symbol ").append(i).append("\" = 1\n");
    }
    BudgetCheck check = BudgetCheck.of(SizeBudget.parse("b.toml", limits.toString()), A.query());
    String text = new ReviewComment("k", report, Optional.of(check)).text();
    assertThat(text).hasSizeLessThan(ReviewComment.LONGEST);
    assertThat(text).contains("`shapes-v0-a`: 1000 limits are broken; the log shows them.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a-->b", "--", "a\nb", "<"})
  void aKeyCannotEndTheMark(String key) {
    DiffReport report = comment(diff(A, B, Dimensions.CRATE), "").diff();
    assertThatThrownBy(() -> new ReviewComment(key, report, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("expected letters, digits and . _ / -");
  }
}
