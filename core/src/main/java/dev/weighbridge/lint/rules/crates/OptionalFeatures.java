package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.OptionalDependency;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.PackageCosts;
import java.util.List;

/** Features that somebody asks for, and that bring heavy packages. */
public final class OptionalFeatures implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("optional-features", Severity.NOTE, "A feature brings heavy crates")
          .why(
              "A feature that is asked for by name puts crates into the program that nothing else"
                  + " needs. The file cannot tell whether the program uses the feature.")
          .fix(
              "cargo tree --edges features --invert CRATE   # who asks for the feature",
              "DEPENDENCY = { version = \"1\", features = [] }   # without it, if it is not needed")
          .tradeOff("what the feature does")
          .help("https://doc.rust-lang.org/cargo/reference/features.html")
          .bytes("min-bytes", 16 << 10, "say nothing about features that bring less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    long least = context.parameter("min-bytes");
    for (OptionalDependency one :
        PackageCosts.of(context).map(Dependencies::optional).orElse(List.of())) {
      if (!one.isDefault() && one.onlySize() >= least) {
        findings.add(
            FeatureWords.message(one, "feature"),
            Saving.upTo(one.onlySize(), 0.4),
            FeatureWords.places(one));
      }
    }
  }
}
