package dev.weighbridge.sizelinter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.LintResult;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SizeLinterTest {
  private static final Path PROGRAM = Path.of("..", "cli", "src", "sample", "tally");

  @Test
  void ownRulesStandBesideTheInstalledOnes() throws IOException {
    LintResult report = SizeLinter.linter().lint(BinaryModel.open(PROGRAM).attribution());
    assertThat(report.findings())
        .extracting(finding -> finding.rule().id())
        .contains("strip-symbols", "large-function")
        .doesNotContain("names-outweigh-code");
  }

  /** nm -S tally shows the largest functions: 16011, 12134, 9176 ... bytes; ten above 4096. */
  @Test
  void largeFunctionsAreFound() throws IOException {
    LintResult report = SizeLinter.linter().lint(BinaryModel.open(PROGRAM).attribution());
    assertThat(report.findings())
        .filteredOn(finding -> finding.rule().id().equals("large-function"))
        .extracting(Finding::message)
        .contains("<std::backtrace_rs::symbolize::gimli::Context>::new has 12134 bytes of code");
  }
}
