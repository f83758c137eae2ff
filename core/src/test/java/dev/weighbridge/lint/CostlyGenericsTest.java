package dev.weighbridge.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weighbridge.BinaryModel;
import dev.weighbridge.OpenOptions;
import dev.weighbridge.formats.testing.Fixtures;
import org.junit.jupiter.api.Test;

/** What is said of generic code with many copies. */
class CostlyGenericsTest {
  private static Finding first(BinaryModel model) {
    LintConfig config = LintConfig.parse("t", "[rules.costly-generics]\nmin-bytes = 100\n");
    return Linter.installed().with(config).lint(model.query()).findings().stream()
        .filter(finding -> finding.rule().id().equals("costly-generics"))
        .findFirst()
        .orElseThrow();
  }

  /** 489 bytes at 149 places: the sums of an independent reader of DWARF over all copies. */
  @Test
  void whatWasInlinedIsToldWhereDebugInformationTellsIt() {
    String name = "dwarf/app-full-v5-v0-zlib";
    BinaryModel model = BinaryModel.of(name, Fixtures.bytes(name), OpenOptions.DEFAULT);
    assertThat(first(model).message())
        .startsWith("core::ptr::drop_in_place::<_> has 7 copies of 939 bytes of code")
        .endsWith("; 489 bytes more were inlined at 149 places");
  }
}
