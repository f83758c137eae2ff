package dev.weighbridge.lint.rules;

import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import java.util.List;

/** Functions with the same code. */
final class IdenticalFunctions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("identical-functions", Severity.NOTE, "Functions have the same code")
          .why(
              "Generic code and small accessors often compile to the same instructions for"
                  + " different types. A linker can keep one of them and let all names lead to it.")
          .fix(
              "RUSTFLAGS=\"-C link-arg=-fuse-ld=lld -C link-arg=-Wl,--icf=all\" cargo build"
                  + " --release")
          .since("any Rust; LLD or gold")
          .tradeOff(
              "two functions may have one address, which code that compares function pointers"
                  + " notices; backtraces name one for the other")
          .help("https://lld.llvm.org/NewLLD.html")
          .bytes("min-bytes", 1 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!context.isLinked()) {
      return;
    }
    EqualBodies equal = Duplicates.of(context.attribution()).identicalFunctions();
    if (equal.saving() < context.parameter("min-bytes")) {
      return;
    }
    Finding finding =
        Finding.of(
            INFO,
            Wording.count(equal.count(), "group")
                + " of functions have the same code; all but one of each take "
                + Wording.bytes(equal.saving()),
            Saving.counted(equal.saving(), 0.8),
            Places.copies(context, equal));
    findings.add(
        context.format().equals("PE")
            ? finding.withFix(
                List.of("RUSTFLAGS=\"-C link-arg=/OPT:REF,ICF\" cargo build --release"))
            : context.format().equals("Wasm")
                ? finding.withFix(
                    List.of("wasm-opt -Oz --duplicate-function-elimination -o OUT.wasm IN.wasm"))
                : finding);
  }
}
