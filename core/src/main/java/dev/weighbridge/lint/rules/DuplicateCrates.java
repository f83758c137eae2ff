package dev.weighbridge.lint.rules;

import dev.weighbridge.lint.Evidence;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.signs.CrateBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One crate in several versions. */
final class DuplicateCrates implements Rule {

  private static final RuleInfo INFO =
RuleInfo.of("duplicate-crates", Severity.WARNING, "A crate is in the program several times")
 .why("Dependencies that ask for different versions of a crate, or for other features in build and target, get a copy each.")
 .fix("cargo tree --duplicates   # who asks for which version", "cargo update -p CRATE --precise VERSION   # or raise the requirement in Cargo.toml")
 .since("any version; needs names of the v0 mangling: RUSTFLAGS=\"-C symbol-mangling-version=v0\"")
 .tradeOff("dependencies must be updated together")
 .help("https://doc.rust-lang.org/cargo/commands/cargo-tree.html").bytes("min-bytes", 1 << 10, "say nothing about smaller copies").build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    CrateBytes crates = CrateBytes.of(context.attribution());
    long least = context.parameter("min-bytes");
    for (Map.Entry<String, List<CrateBytes.Row>> entry : crates.duplicates().entrySet()) {
      long sum = 0;
      long most = 0;
      List<Evidence> evidence = new ArrayList<>();
      for (CrateBytes.Row row : entry.getValue()) {
        sum += row.fileSize();
        most = Math.max(most, row.fileSize());
        evidence.add(Evidence.spread(row.label(), row.fileSize()));
      }
      if (sum - most >= least) {
        findings.add(entry.getKey() + " is in the program " + entry.getValue().size() + " times; all copies but the largest take " + Sums.bytes(sum - most), Saving.upTo(sum - most, 0.8), evidence);
      }
    }
  }
}
