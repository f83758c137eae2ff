package dev.weighbridge.lint.rules.crates;

import dev.weighbridge.crates.CrateOrigin;
import dev.weighbridge.duplicates.CrateCopies;
import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.PackageCosts;
import dev.weighbridge.lint.facts.code.ProgramCrates;
import dev.weighbridge.lint.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** One crate in several versions. */
public final class RepeatedCrates implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("duplicate-crates", Severity.WARNING, "A crate is in the program several times")
          .why(
              "Dependencies that ask for different versions of a crate, or for other features in"
                  + " build and target, get a copy each.")
          .fix(
              "cargo tree --duplicates   # who asks for which version",
              "cargo update -p CRATE --precise VERSION   # or raise the requirement in Cargo.toml")
          .since(
              "any version; surest with names of the v0 mangling, Rust 1.59: RUSTFLAGS=\"-C"
                  + " symbol-mangling-version=v0\"")
          .tradeOff("dependencies must be updated together")
          .touches("code")
          .help("https://doc.rust-lang.org/cargo/commands/cargo-tree.html")
          .bytes("min-bytes", 4 << 10, "say nothing if all copies but the largest take less")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    long least = context.parameter("min-bytes");
    Set<String> versioned = PackageCosts.versioned(context);
    Set<String> programs = ProgramCrates.of(context.attribution()).names();
    for (CrateCopies crate : Duplicates.of(context.attribution()).crates()) {
      if (programs.contains(crate.name())) {
        // A package with a program and a library of one name; that is no copy.
        continue;
      }
      if (versioned.contains(crate.name())) {
        // Cargo tells its versions and who asks for each: crate-versions says so.
        continue;
      }
      // Nobody can choose the versions that the standard library brings.
      List<FindingPlace> copies = new ArrayList<>();
      long sum = 0;
      long most = 0;
      for (CrateCopies.Copy copy : crate.copies()) {
        if (copy.origin() == CrateOrigin.USER) {
          copies.add(FindingPlace.spread(copy.label(crate.name()), copy.fileSize()));
          sum += copy.fileSize();
          most = Math.max(most, copy.fileSize());
        }
      }
      if (copies.size() > 1 && sum - most >= least) {
        findings.add(
            crate.name()
                + " is in the program "
                + copies.size()
                + " times"
                + versions(crate)
                + "; all copies but the largest take "
                + Wording.bytes(sum - most),
            Saving.upTo(sum - most, 0.8),
            copies);
      }
    }
  }

  /** The versions of the copies, in brackets, as far as any are told. */
  static String versions(CrateCopies crate) {
    List<String> known = new ArrayList<>(crate.versions());
    Set<String> chosen = new TreeSet<>();
    int count = 0;
    for (CrateCopies.Copy copy : crate.copies()) {
      if (copy.origin() == CrateOrigin.USER) {
        chosen.add(copy.version());
        count++;
      }
    }
    if (!chosen.contains("")) {
      // Each has a version; what paths tell of besides is of the standard library's copies.
      known.retainAll(chosen);
    }
    if (known.isEmpty()) {
      return "";
    }
    boolean mayBeOfStd = known.size() > count && count < crate.copies().size();
    String of = mayBeOfStd ? ", the standard library's copy among them" : "";
    return " (versions " + String.join(", ", known) + of + ")";
  }
}
