package dev.weighbridge.lint.advice;

import dev.weighbridge.language.FileOrigin;
import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.Findings;
import dev.weighbridge.lint.LintContext;
import dev.weighbridge.lint.Remedy;
import dev.weighbridge.lint.Rule;
import dev.weighbridge.lint.RuleInfo;
import java.util.List;
import java.util.Optional;

/**
 * A rule of the house where it applies: silent about other files, and with a remedy that fits the
 * tools that made the file.
 */
public final class AdvisedRule implements Rule {
  private final Rule rule;
  private final List<Scope> scopes;

  private AdvisedRule(Rule rule, List<Scope> scopes) {
    this.rule = rule;
    this.scopes = scopes;
  }

  /**
   * A rule with its rows of the table.
   *
   * @throws IllegalArgumentException if the table has no row for it
   */
  public static Rule of(Rule rule) {
    List<Scope> scopes = Scopes.of(rule.info().id());
    if (scopes.isEmpty()) {
      throw new IllegalArgumentException(
          "expected a row that says where " + rule.info().id() + " applies, found none");
    }
    return new AdvisedRule(rule, scopes);
  }

  @Override
  public RuleInfo info() {
    return rule.info();
  }

  @Override
  public void check(LintContext context, Findings findings) {
    if (!isFor(context)) {
      return;
    }
    FileOrigin origin = FileOrigin.of(context.attribution());
    Optional<Remedy> remedy = Remedies.of(info(), origin.toolchain(), context.format());
    if (remedy.isEmpty()) {
      return;
    }
    Findings found = new Findings(info());
    rule.check(context, found);
    for (Finding finding : found.list()) {
      boolean isStandard = finding.remedy().equals(info().remedy());
      findings.add(isStandard ? finding.with(remedy.get()) : finding);
    }
    found.open().forEach(open -> findings.undecided(open.reason()));
  }

  private boolean isFor(LintContext context) {
    for (Scope scope : scopes) {
      if (scope.covers(context.attribution())) {
        return true;
      }
    }
    return false;
  }
}
