package dev.weighbridge.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What one rule reports on one file. */
public final class Findings {
  /**
   * A question that the file leaves open.
   *
   * @param rule the rule that asked
   * @param reason why it cannot be answered
   */
  public record Undecided(RuleInfo rule, String reason) {
    /** Refuses null. */
    public Undecided {
      Objects.requireNonNull(rule, "rule");
      Objects.requireNonNull(reason, "reason");
    }
  }

  private final RuleInfo rule;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Undecided> undecided = new ArrayList<>();

  /** Nothing yet. */
  public Findings(RuleInfo rule) {
    Objects.requireNonNull(rule, "rule");
    this.rule = rule;
  }

  /** Reports a finding with the severity and the fix that the rule states. */
  public void add(String message, Saving saving, List<FindingPlace> places) {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(saving, "saving");
    Objects.requireNonNull(places, "places");
    findings.add(Finding.of(rule, message, saving, places));
  }

  /** Reports a finding with one place. */
  public void add(String message, Saving saving, FindingPlace place) {
    Objects.requireNonNull(place, "place");
    add(message, saving, List.of(place));
  }

  /** Reports a finding as it is. */
  public void add(Finding finding) {
    Objects.requireNonNull(finding, "finding");
    findings.add(finding);
  }

  /** Says that the rule applies, but the file does not tell. */
  public void undecided(String reason) {
    Objects.requireNonNull(reason, "reason");
    undecided.add(new Undecided(rule, reason));
  }

  /** What was found so far. */
  public List<Finding> list() {
    return List.copyOf(findings);
  }

  /** What was left open so far. */
  public List<Undecided> open() {
    return List.copyOf(undecided);
  }

  @Override
  public String toString() {
    return rule.id() + ", " + findings.size() + " findings";
  }
}
