package dev.weighbridge.lint.rules.copies;

import dev.weighbridge.debug.DebugPlaces;
import dev.weighbridge.generics.Generics;
import dev.weighbridge.inlines.InlinedFunction;
import dev.weighbridge.inlines.Inlines;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.wording.Wording;

/** Generic code that is there for many types. */
public final class CostlyGenerics implements Rule {

  private static final RuleInfo INFO =
      RuleInfo.of("costly-generics", Severity.NOTE, "A generic function has many costly copies")
          .why(
              "For each type that a generic function is used with, the compiler makes a copy of"
                  + " all of it, although most of its code seldom depends on the type.")
          .fix(
              "# move what does not depend on T into a function of its own:",
              "pub fn read<P: AsRef<Path>>(path: P) -> Result<Data> {",
              "    fn inner(path: &Path) -> Result<Data> { /* the long part */ }",
              "    inner(path.as_ref())",
              "}",
              "# or take &dyn Trait instead of impl Trait")
          .tradeOff("a call more, and less inlining, where it matters")
          .touches("code")
          .help("https://github.com/dtolnay/cargo-llvm-lines")
          .bytes("min-bytes", 8 << 10, "say nothing about smaller savings")
          .count("max-findings", 5, "report the costliest only")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    Generics generics = Generics.of(context.attribution());
    long least = context.parameter("min-bytes");
    long left = context.parameter("max-findings");
    for (int row = 0; row < generics.count() && left > 0; row++) {
      long saving = generics.likelySaving(row);
      if (saving >= least) {
        left--;
        String label = generics.label(row);
        findings.add(
            label
                + " has "
                + generics.copyCount(row)
                + " copies of "
                + Wording.bytes(generics.codeSize(row))
                + " of code; "
                + Wording.bytes(saving)
                + " of it stand in another copy already"
                + inlined(context, label),
            Saving.about(saving, 0.6),
            FindingPlace.spread(label, generics.codeSize(row)));
      }
    }
  }

  /**
   * What it costs besides, in functions that it was inlined into, where debug information tells.
   */
  private static String inlined(LintContext context, String label) {
    if (!DebugPlaces.arePresent(context.attribution())) {
      return "";
    }
    for (InlinedFunction function : Inlines.folded(context.attribution()).functions()) {
      if (function.label().equals(label) && function.inlinedSize() > 0) {
        return "; "
            + Wording.bytes(function.inlinedSize())
            + " more were inlined at "
            + Wording.count(function.siteCount(), "place");
      }
    }
    return "";
  }
}
