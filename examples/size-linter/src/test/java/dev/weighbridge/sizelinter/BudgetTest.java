package dev.weighbridge.sizelinter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.budget.SizeBudget;
import dev.weighbridge.dimension.Dimensions;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How a project holds its program to a budget: a test like any other. */
class BudgetTest {
  private static final Path PROGRAM = Path.of("..", "cli", "src", "sample", "tally");

  @Test
  void theProgramKeepsItsBudget() throws IOException {
    SizeBudget budget = SizeBudget.read(Path.of("src", "test", "resources", "budget.toml"));
    BudgetCheck check = BudgetCheck.of(budget, BinaryModel.open(PROGRAM).attribution());
    assertThat(check.broken()).extracting(Verdict::message).isEmpty();
  }

  @Test
  void theTestFailsWhenTheBudgetIsExceeded() throws IOException {
    SizeBudget budget =
        SizeBudget.EMPTY
            .withLimit(LimitSubject.FILE, "500 KiB")
            .withLimit(LimitSubject.row(Dimensions.SECTION, ".text"), "320 KiB");
    BudgetCheck check = BudgetCheck.of(budget, BinaryModel.open(PROGRAM).attribution());
    assertThatThrownBy(() -> assertThat(check.broken()).extracting(Verdict::message).isEmpty())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("file: 563,536 bytes, allowed 512,000 bytes: 51,536 bytes too many");
  }
}
