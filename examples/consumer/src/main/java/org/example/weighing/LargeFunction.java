package org.example.weighing;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.tree.SizeRow;

/** A rule that the tool hands to its linter itself. */
record LargeFunction(RuleInfo info) implements Rule {
  LargeFunction() {
    this(
        RuleInfo.of("large-function", Severity.WARNING, "A function is large")
            .bytes("max", 256, "bytes of code a function may have")
            .build());
  }

  @Override
  public void check(LintContext context, Findings findings) {
    for (SizeRow row : context.by(Dimensions.SYMBOL).rows()) {
      long code = row.fileSize(Kind.CODE);
      if (code > context.parameter("max")) {
        FindingPlace places = FindingPlace.spread(row.label(), code);
        findings.add(row.label() + " has " + code + " bytes of code", Saving.UNKNOWN, places);
      }
    }
  }
}
