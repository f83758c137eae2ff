package dev.weighbridge.lint.rules.copies;

import dev.weighbridge.duplicates.Duplicates;
import dev.weighbridge.duplicates.EqualBodies;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.facts.Places;
import dev.weighbridge.lint.wording.Wording;

/** Constants that are there several times. */
public final class DuplicateData implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("duplicate-data", Severity.NOTE, "Data is there several times")
          .why(
              "A const is copied to where it is used, a static is not; tables made in generic"
                  + " code or in several codegen units are made once for each.")
          .fix("static TABLE: [u32; 256] = make();   # instead of const TABLE")
          .tradeOff("none; a static has one address")
          .touches("constants")
          .help("https://doc.rust-lang.org/reference/items/static-items.html")
          .bytes("min-bytes", 1 << 10, "say nothing about smaller savings")
          .build();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(LintContext context, Findings findings) {
    EqualBodies equal = Duplicates.of(context.attribution()).identicalData();
    if (!context.isLinked() || equal.saving() < context.parameter("min-bytes")) {
      return;
    }
    findings.add(
        Wording.count(equal.count(), "group")
            + " of equal data; all but one of each take "
            + Wording.bytes(equal.saving()),
        Saving.counted(equal.saving(), 0.7),
        Places.copies(context, equal));
  }
}
