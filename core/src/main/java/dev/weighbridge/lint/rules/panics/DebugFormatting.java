package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.NamedCode;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;

/** Derived Debug output. */
public final class DebugFormatting implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("fmt-debug", Severity.NOTE, "Debug output is compiled in")
          .why(
              "Every #[derive(Debug)] whose {:?} may be reached, also from unwrap and assert,"
                  + " has code and the names of fields and variants.")
          .fix("RUSTFLAGS=\"-Z fmt-debug=none\" cargo +nightly build --release")
          .since("nightly Rust 1.83")
          .tradeOff("{:?} prints nothing, also in logs and panic messages")
          .touches("code")
          .help(Guide.SMALL + "remove-fmtdebug")
          .bytes("min-bytes", 4 << 10, "say nothing about less code")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!RustBuild.of(context.attribution()).isRust() || !context.isLinked()) {
      return;
    }
    NamedCode named = NamedCode.of(context.attribution());
    if (named.functions() == 0) {
      findings.undecided("no names of functions");
    } else if (named.debugFormatting() >= context.parameter("min-bytes")) {
      findings.add(
          "implementations of Debug take " + Wording.bytes(named.debugFormatting()) + " of code",
          Saving.upTo(named.debugFormatting(), 0.9),
          FindingPlace.spread("functions that implement Debug", named.debugFormatting()));
    }
  }
}
