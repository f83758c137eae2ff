package dev.weighbridge.lint;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exception that people made: findings that are known and accepted.
 *
 * @param rule the rule whose findings are meant
 * @param match what the message or the label of a place must contain; empty for all
 * @param reason why it is accepted
 * @param expires the last day on which it holds; empty if it holds forever
 */
public record Suppression(
    String rule, Optional<Pattern> match, String reason, Optional<LocalDate> expires) {
  /** Checks that nothing is missing. */
  public Suppression {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(match, "match");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(expires, "expires");
  }

  /** Whether it is about a finding, whatever the day. */
  public boolean covers(Finding finding) {
    Objects.requireNonNull(finding, "finding");
    return rule.equals(finding.rule().id()) && (match.isEmpty() || matches(match.get(), finding));
  }

  private static boolean matches(Pattern pattern, Finding finding) {
    for (FindingPlace place : finding.places()) {
      if (pattern.matcher(place.label()).find()) {
        return true;
      }
    }
    return pattern.matcher(finding.message()).find();
  }

  /** Whether it holds on a day. */
  public boolean holdsOn(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return expires.isEmpty() || !day.isAfter(expires.get());
  }
}
