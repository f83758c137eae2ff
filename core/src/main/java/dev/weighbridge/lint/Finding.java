package dev.weighbridge.lint;

import java.util.List;
import java.util.Objects;

/**
 * Something a rule found.
 *
 * @param rule the rule
 * @param severity how much it matters
 * @param message what was found, in one sentence, with its figures
 * @param saving what following the advice would save
 * @param fix the lines that change it
 * @param evidence what it rests on, most telling first; may be empty
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    String message,
    Saving saving,
    List<String> fix,
    List<Evidence> evidence) {
  /** Checks that nothing is missing. */
  public Finding {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(saving, "saving");
    fix = List.copyOf(fix);
    evidence = List.copyOf(evidence);
  }

  /** A finding with the severity and the fix that its rule states. */
  public static Finding of(RuleInfo rule, String message, Saving saving, List<Evidence> evidence) {
    return new Finding(rule, rule.severity(), message, saving, rule.fix(), evidence);
  }

  /** The same finding at another severity. */
  public Finding withSeverity(Severity other) {
    return new Finding(rule, other, message, saving, fix, evidence);
  }

  /** The same finding with another fix. */
  public Finding withFix(List<String> lines) {
    return new Finding(rule, severity, message, saving, lines, evidence);
  }

  /**
   * What makes it the same finding in another build: its rule, and the label of its first evidence
   * if it has any. Figures change from build to build and are no part of it.
   */
  public String key() {
    return evidence.isEmpty() ? rule.id() : rule.id() + " " + evidence.get(0).label();
  }
}
