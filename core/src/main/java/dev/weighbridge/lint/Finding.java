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
 * @param stripped what it would save of the file once its symbols are stripped, where that differs
 * @param remedy what can be done about it
 * @param places what it rests on, most telling first; may be empty
 */
public record Finding(
    RuleInfo rule,
    Severity severity,
    String message,
    Saving saving,
    Saving stripped,
    Remedy remedy,
    List<FindingPlace> places) {
  /** Checks that nothing is missing. */
  public Finding {
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(stripped, "stripped");
    Objects.requireNonNull(remedy, "remedy");
    places = List.copyOf(places);
  }

  /** A finding with the severity and the remedy that its rule states. */
  public static Finding of(
      RuleInfo rule, String message, Saving saving, List<FindingPlace> places) {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(places, "places");
    return new Finding(rule, rule.severity(), message, saving, saving, rule.remedy(), places);
  }

  /** The same finding at another severity. */
  public Finding withSeverity(Severity other) {
    Objects.requireNonNull(other, "other");
    return new Finding(rule, other, message, saving, stripped, remedy, places);
  }

  /** The same finding with another fix. */
  public Finding withFix(List<String> lines) {
    Objects.requireNonNull(lines, "lines");
    return with(remedy.withFix(lines));
  }

  /** The same finding with another remedy. */
  public Finding with(Remedy other) {
    Objects.requireNonNull(other, "other");
    return new Finding(rule, severity, message, saving, stripped, other, places);
  }

  /** The same finding with another saving of the stripped file. */
  public Finding withStripped(Saving other) {
    Objects.requireNonNull(other, "other");
    return new Finding(rule, severity, message, saving, other, remedy, places);
  }

  /** The lines that change it. */
  public List<String> fix() {
    return remedy.fix();
  }

  /**
   * What makes it the same finding in another build: its rule, and the label of its first place if
   * it has any. Figures change from build to build and are no part of it.
   */
  public String key() {
    return places.isEmpty() ? rule.id() : rule.id() + " " + places.get(0).label();
  }
}
