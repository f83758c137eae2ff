package dev.weighbridge.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The extension, run by JUnit itself. */
@ProgramBudget(program = "../cli/src/sample/tally", budget = "src/test/resources/budget.toml")
class ProgramBudgetTest {
  @Test
  void aTestIsGivenTheProgram(ProgramAssert program) {
    program.hasSizeAtMost("551 KiB");
  }

  @Test
  void aBrokenBudgetFailsTheClass() {
    List<String> failures = failures(Broken.class);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0))
        .contains("tally: over its budget, 1 of 1 limits broken")
        .contains("183,559 core");
  }

  @Test
  void aBaselineAloneIsAMistake() {
    assertThat(failures(BaselineAlone.class).get(0)).contains("found a baseline alone");
  }

  private static List<String> failures(Class<?> tests) {
    List<String> failures = new ArrayList<>();
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClass(tests))
            .build();
    Launcher launcher = LauncherFactory.create();
    launcher.execute(
        request,
        new TestExecutionListener() {
          @Override
          public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(fault -> failures.add(fault.getMessage()));
          }
        });
    return failures;
  }

  /** Not found by a run of all tests, as nested classes that are static are not. */
  @ProgramBudget(program = "../cli/src/sample/tally", budget = "src/test/resources/broken.toml")
  static class Broken {
    @Test
    void isNotReached() {}
  }

  /** As {@link Broken}. */
  @ProgramBudget(program = "../cli/src/sample/tally", baseline = "../cli/src/sample/tally")
  static class BaselineAlone {
    @Test
    void isNotReached() {}
  }
}
