package dev.weighbridge.lint.rules;

import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.CargoUnits;
import dev.weighbridge.lint.facts.Functions;
import dev.weighbridge.lint.facts.OwnPointers;
import dev.weighbridge.lint.facts.RustBuild;
import dev.weighbridge.lint.facts.UserCode;

/** Code compiled for speed. */
final class OptimizeForSize implements Rule {
  /** Share of all code that went on small programs, where everything is optimised together. */
  private static final double ALL_SHARE = 0.10;

  /** Share of the program's own code that went, where crates are compiled apart. */
  private static final double OWN_SHARE = 0.15;

  /** The program's own share of a small program's code, where names do not tell it. */
  private static final double OWN_CODE = 0.06;

  private static final RuleInfo INFO =
      RuleInfo.of("opt-size", Severity.WARNING, "Not optimised for size")
          .why(
              "At the standard level of release builds the compiler makes code larger wherever that"
                  + " makes it faster: it inlines, unrolls, and aligns functions and loops.")
          .fix("[profile.release]", "opt-level = \"z\"   # or \"s\"; measure both")
          .since("Rust 1.28")
          .tradeOff("code runs slower, in hot loops much slower; \"s\" costs less speed than \"z\"")
          .help(Guide.PROFILES + "opt-level")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    RustBuild build = RustBuild.of(context.attribution());
    if (!build.isRust() || build.isDebugBuild() || !context.isLinked()) {
      return;
    }
    UserCode user = UserCode.of(context.attribution());
    if (!UserCode.tellsOn(context.attribution()) || user.sampled() < 4) {
      findings.undecided(
          "on " + context.file().machine() + " functions are aligned alike for speed and for size");
      return;
    }
    if (user.isForSize()) {
      return;
    }
    Functions functions = Functions.of(context.attribution());
    String message =
        (user.sampled() - user.unaligned())
            + (user.isNamed() ? " of the program's own " : " of the first ")
            + user.sampled()
            + " functions start at a multiple of 16, as code compiled for speed does";
    double confidence = user.unaligned() * 20 <= user.sampled() ? 0.9 : 0.75;
    findings.add(
        message,
        Saving.about(saving(context, user, functions.codeSize()), confidence),
        user.isNamed()
            ? FindingPlace.spread("the program's own functions", user.codeSize())
            : new FindingPlace(
                "first functions",
                functions.start(0),
                functions.start(user.sampled() - 1) - functions.start(0)));
  }

  private static long saving(LintContext context, UserCode user, long code) {
    boolean isApart =
        OwnPointers.of(context.attribution()).own() > 0
            || CargoUnits.of(context.attribution()).crates() > 1;
    if (!isApart) {
      return Math.round(ALL_SHARE * code);
    }
    double own = user.codeSize() >= 0 ? user.codeSize() : OWN_CODE * code;
    return Math.round(OWN_SHARE * own);
  }
}
