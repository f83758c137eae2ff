package dev.weighbridge.lint.rules.wasm;

import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Measured;
import dev.weighbridge.lint.facts.code.OneCallBodies;
import dev.weighbridge.lint.facts.code.OversizedLeb;
import dev.weighbridge.lint.wording.Wording;
import java.util.List;

/** A module that wasm-opt has not seen. */
public final class WasmOptimizer implements Rule {
  /** So much of the code is called from one place where no optimiser has run: 13 % and more. */
  private static final double MANY = 0.10;

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
    OneCallBodies bodies = OneCallBodies.of(context.attribution());
    OversizedLeb padded = OversizedLeb.of(context.attribution());
    long wasted = 0;
    for (BinaryImage image : context.file().images()) {
      wasted += image.paddedCodeBytes();
    }
    FindingPlace called =
        FindingPlace.spread("functions called from one place", bodies.oneCallSize());
    if (wasted > 0 && padded.count() >= context.parameter("min-count")) {
      findings.add(
          Wording.count(padded.count(), "number")
              + " of the code are padded, by "
              + Wording.bytes(wasted)
              + " in all, which wasm-opt would not leave; "
              + Wording.bytes(bodies.oneCallSize())
              + " of code are called from one place only",
          Measured.ofWasmOpt(wasted, bodies.oneCallSize(), 0.9),
          List.of(new FindingPlace("first padded number", padded.first(), 5), called));
    } else if (wasted == 0 && bodies.share() >= MANY) {
      findings.add(
          Wording.bytes(bodies.oneCallSize())
              + " of code are called from one place only, where wasm-opt would put them",
          Measured.WASM_OPT_REWRITTEN.of(bodies.codeSize(), 0, 0.7),
          called);
    }
  }
}
