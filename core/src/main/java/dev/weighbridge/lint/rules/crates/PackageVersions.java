package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.dependencies.Dependencies;
import dev.weighbridge.dependencies.PackageVersion;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.PackageCosts;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One package in several versions, with the way to each. */
public final class PackageVersions implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("crate-versions", Severity.WARNING, "A crate is linked in several versions")
          .why(
              "Cargo joins requirements that one version can meet; others get a version each, with"
                  + " code of its own. What Cargo says of the program tells who asks for which.")
          .fix(
              "cargo tree --invert CRATE@VERSION   # who asks for it",
              "cargo update --package CRATE@VERSION --precise OTHER   # or raise the requirement")
          .tradeOff("dependencies must be updated together")
          .help("https://doc.rust-lang.org/cargo/reference/resolver.html")
          .bytes("min-bytes", 4 << 10, "say nothing if all versions but the largest take less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Optional<Dependencies> dependencies = PackageCosts.of(context);
    Map<String, List<PackageVersion>> byName = new TreeMap<>();
    for (PackageVersion one : dependencies.map(Dependencies::versions).orElse(List.of())) {
      byName.computeIfAbsent(one.name(), none -> new ArrayList<>()).add(one);
    }
    for (List<PackageVersion> versions : byName.values()) {
      if (!dependencies.orElseThrow().isNamed()) {
        String name = versions.get(0).name();
        findings.undecided("names do not tell what the versions of " + name + " take");
      } else {
        check(versions, context.parameter("min-bytes"), findings);
      }
    }
  }

  private static void check(List<PackageVersion> versions, long least, Findings findings) {
    long sum = 0;
    long most = 0;
    long open = 0;
    List<FindingPlace> places = new ArrayList<>();
    List<String> ways = new ArrayList<>();
    for (PackageVersion one : versions) {
      sum += one.fileSize();
      most = Math.max(most, one.fileSize());
      open = Math.max(open, one.openSize());
      places.add(FindingPlace.spread(one.name() + " " + one.version(), one.fileSize()));
      ways.add(String.join(" > ", one.path()));
    }
    // Of bytes that may be of any version, the largest has at least its share.
    int count = versions.size();
    long saving = open == 0 ? sum - most : (sum + open) * (count - 1) / count;
    if (saving < least) {
      return;
    }
    String message =
        versions.get(0).name()
            + " is linked in "
            + Wording.count(count, "version")
            + (open == 0 ? "; all but the largest take " : "; all but the largest take at most ")
            + Wording.bytes(saving)
            + ": "
            + String.join(", and ", ways);
    findings.add(Finding.of(INFO, message, Saving.upTo(saving, open == 0 ? 0.8 : 0.6), places));
  }
}
