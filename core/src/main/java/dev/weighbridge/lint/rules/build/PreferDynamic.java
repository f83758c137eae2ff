package dev.weighbridge.lint.rules.build;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.wording.Guide;

/** The standard library as a separate file. */
public final class PreferDynamic implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("prefer-dynamic", Severity.WARNING, "The standard library is linked dynamically")
          .why(
              "The program is small because libstd is beside it. That library has no stable"
                  + " interface, so it fits one compiler version only, nobody else on the system"
                  + " uses it, and all of it must be shipped: several megabytes instead of the"
                  + " few hundred kilobytes that a program needs of it.")
          .fix("# remove -C prefer-dynamic from RUSTFLAGS and .cargo/config.toml")
          .tradeOff("several Rust programs shipped together no longer share one library")
          .help(Guide.CODEGEN + "prefer-dynamic")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (RustBuild.of(context.attribution()).isStdDynamic()) {
      findings.add(
          "the program needs the shared standard library, which must be shipped with it",
          new Saving(0, SavingBasis.UNKNOWN, 1),
          FindingPlace.spread("needed library libstd", 0));
    }
  }
}
