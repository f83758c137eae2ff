package org.example.weighing;

import dev.weighbridge.dimension.Dimensions;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import dev.weighbridge.lint.RuleSet;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.Severity;
import java.util.List;

/** Rules that every linter finds by the service loader, once this jar is there. */
public final class HouseRules implements RuleSet {
  /** Padding may not be more than half of the file. */
  private record MostlyPadding(RuleInfo info) implements Rule {
    @Override
    public void check(LintContext context, Findings findings) {
      long padding = context.by(Dimensions.KIND).fileSize(Kind.PADDING);
      if (padding > context.fileSize() / 2) {
        String message = padding + " of " + context.fileSize() + " bytes are padding";
        findings.add(message, Saving.upTo(padding, 1), FindingPlace.spread("padding", padding));
      }
    }
  }

  @Override
  public List<Rule> rules() {
    RuleInfo info =
        RuleInfo.of("mostly-padding", Severity.WARNING, "Most of the file is padding").build();
    return List.of(new MostlyPadding(info));
  }
}
