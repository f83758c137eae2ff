package dev.weighbridge.lint.rules.panics;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.FileSums;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.code.NamedCode;
import dev.weighbridge.lint.wording.Guide;
import dev.weighbridge.lint.wording.Wording;

/** Formatting machinery in a program that is small without it. */
public final class FormattingInTiny implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("fmt-in-tiny", Severity.NOTE, "core::fmt is in a tiny program")
          .why(
              "format!, println! and panics go through core::fmt, which decides at run time what"
                  + " to print and therefore stays whole.")
          .fix("# write bytes and integers yourself, or use a crate such as ufmt or itoa")
          .tradeOff("no {} and {:?} of any type")
          .touches("code")
          .help(Guide.SMALL + "remove-corefmt-with-no_main-and-careful-usage-of-libstd")
          .bytes("max-file", 256 << 10, "a program up to this size is tiny")
          .bytes("min-bytes", 2 << 10, "say nothing about less formatting code")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!RustBuild.of(context.attribution()).isRust()
        || !context.isLinked()
        || FileSums.needed(context) > context.parameter("max-file")) {
      return;
    }
    NamedCode named = NamedCode.of(context.attribution());
    if (named.functions() == 0) {
      findings.undecided("no names of functions");
    } else if (named.formatting() >= context.parameter("min-bytes")) {
      findings.add(
          "core::fmt takes "
              + Wording.bytes(named.formatting())
              + " of code in a program of "
              + Wording.bytes(FileSums.needed(context)),
          Saving.upTo(named.formatting(), 0.9),
          FindingPlace.spread("functions of core::fmt", named.formatting()));
    }
  }
}
