package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What all advice together leaves; the sums are by hand. */
class PlanTest {
  private static Finding finding(String rule, Saving saving, String... parts) {
    RuleInfo info = RuleInfo.of(rule, Severity.NOTE, rule).touches(parts).build();
    return Finding.of(info, rule, saving, List.of());
  }

  @Test
  void whatTouchesOtherPartsAddsUp() {
    Plan plan =
        Plan.of(
            1000,
            List.of(
                finding("a", Saving.exact(100), "names"),
                finding("b", Saving.computed(90, 1), "padding")));
    // 1000 - 100 = 900, and a tenth of that.
    assertThat(plan.least()).isEqualTo(810);
    assertThat(plan.most()).isEqualTo(810);
    assertThat(plan.shared()).isEmpty();
  }

  @Test
  void ofWhatSharesBytesTheBestIsSure() {
    Plan plan =
        Plan.of(
            1000,
            List.of(
                finding("a", Saving.between(100, 150, 200, 1), "code", "tables"),
                finding("b", Saving.upTo(500, 1), "code"),
                finding("c", Saving.between(50, 60, 100, 1), "tables")));
    assertThat(plan.most()).isEqualTo(900);
    // 1000 x 0.8 x 0.5 x 0.9
    assertThat(plan.least()).isEqualTo(360);
    assertThat(plan.shared())
        .isEqualTo(Map.of("code", List.of("a", "b"), "tables", List.of("a", "c")));
  }

  @Test
  void packingTheFileIsNoPartOfIt() {
    Plan plan = Plan.of(1000, List.of(finding("z", Saving.about(600, 1), "whole")));
    assertThat(plan.isUseful()).isFalse();
  }

  @Test
  void afterStrippingAdviceSavesWhatItSavesOfTheRest() {
    Finding both =
        finding("a", Saving.between(200, 300, 400, 1), "code")
            .withStripped(Saving.between(80, 90, 100, 1));
    Plan plan = Plan.of(1000, List.of(finding("s", Saving.exact(500), "names"), both));
    assertThat(plan.most()).isEqualTo(420);
    assertThat(plan.least()).isEqualTo(400);
  }
}
