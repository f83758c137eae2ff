package dev.weighbridge.lint.rules;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.OversizedLeb;

/** A module that wasm-opt has not seen. */
final class WasmOptimizer implements Rule {
  /** Share of the code that went besides the padding. */
  private static final double CODE_SHARE = 0.10;

  private static final RuleInfo INFO =
      RuleInfo.of("wasm-opt", Severity.WARNING, "wasm-opt was not run")
          .why(
              "The linker leaves room in numbers it fills in, five bytes where one or two do,"
                  + " and knows nothing of Wasm itself. wasm-opt writes short numbers, removes"
                  + " duplicate and unused items and folds code.")
          .fix(
              "wasm-opt -Oz --enable-bulk-memory --enable-nontrapping-float-to-int -o OUT.wasm"
                  + " IN.wasm")
          .since("any version; Binaryen")
          .tradeOff("one more step and tool in the build")
          .touches("code")
          .help("https://github.com/WebAssembly/binaryen")
          .count("min-count", 32, "say nothing about fewer padded numbers")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.format().equals("Wasm") || !context.isLinked()) {
      return;
    }
    OversizedLeb padded = OversizedLeb.of(context.attribution());
    if (padded.count() >= context.parameter("min-count")) {
      long bytes = padded.wasted() + Math.round(CODE_SHARE * (padded.code() - padded.wasted()));
      findings.add(
          Wording.count(padded.count(), "number")
              + " of the code are padded by "
              + Wording.bytes(padded.wasted())
              + " in all, which wasm-opt would not leave",
          Saving.about(bytes, 0.9),
          new FindingPlace("first padded number", padded.first(), 5));
    }
  }
}
