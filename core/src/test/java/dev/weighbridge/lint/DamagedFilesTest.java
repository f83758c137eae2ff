package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.lint.facts.StripPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is damaged costs what rests on it, and no more. */
class DamagedFilesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "elf-lint-strip-negative-size",
        "elf-lint-symtab-size-minus24",
        "wasm-lint-bad-body-1",
        "wasm-lint-bad-body-3"
      })
  void everyRuleAnswers(String name) {
    assertThat(Builds.lint("damaged/" + name).undecided())
        .noneSatisfy(open -> assertThat(open.reason()).contains("ended early"));
  }

  @Test
  void aSectionEndsWithTheFile() {
    StripPlan plan =
        StripPlan.of(Builds.open("damaged/elf-lint-symtab-size-minus24").attribution());
    assertThat(plan).isNotNull();
    // readelf: .symtab at 0x40, size 0xffffffffffffffe8; the file has 488 bytes.
    assertThat(plan.symbols().get(0)).isEqualTo(new FindingPlace(".symtab", 0x40, 488 - 0x40));
    assertThat(plan.symbolSaving()).isBetween(0L, 488L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wasm-lint-bad-body-1", "wasm-lint-bad-body-3"})
  void aDamagedBodyCostsItself(String name) {
    var model = Builds.open("damaged/" + name);
    assertThat(ReferenceGraph.of(model.attribution()).diagnostics()).isNotEmpty();
    assertThat(model.retained(RetainedTree.Selection.DEFAULT).rows()).isNotEmpty();
  }
}
