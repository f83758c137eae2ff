package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.OptionalDependency;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.PackageCosts;
import java.util.List;
import java.util.Optional;

/** Features that nobody had to ask for, and that bring heavy packages. */
public final class DefaultFeatures implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("default-features", Severity.NOTE, "Default features bring heavy crates")
          .why(
              "Default features are on unless everybody who depends on the crate turns them off."
                  + " The file cannot tell whether the program uses what they bring.")
          .fix("DEPENDENCY = { version = \"1\", default-features = false }")
          .tradeOff("what the features do; those that are needed must be listed")
          .help("https://doc.rust-lang.org/cargo/reference/features.html#the-default-feature")
          .bytes("min-bytes", 16 << 10, "say nothing about features that bring less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Optional<Dependencies> dependencies = PackageCosts.of(context);
    long least = context.parameter("min-bytes");
    for (OptionalDependency one : dependencies.map(Dependencies::optional).orElse(List.of())) {
      if (one.isDefault() && one.onlySize() >= least) {
        boolean isOwn = one.of().equals(dependencies.orElseThrow().linked().root().label());
        Finding finding =
            Finding.of(
                INFO,
                FeatureWords.message(one, "default feature"),
                Saving.upTo(one.onlySize(), 0.4),
                FeatureWords.places(one));
        findings.add(finding.withFix(List.of(fix(one, isOwn))));
      }
    }
  }

  private static String fix(OptionalDependency one, boolean isOwn) {
    String version = one.of().substring(one.of().indexOf(' ') + 1);
    return isOwn
        ? "cargo build --release --no-default-features   # and --features for those needed"
        : FeatureWords.name(one.of())
            + " = { version = \""
            + version
            + "\", default-features = false, features = [] }   # and those needed";
  }
}
