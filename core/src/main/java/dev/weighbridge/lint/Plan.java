package dev.weighbridge.lint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What following all advice would leave of a file: a range, because advice shares bytes. Of
 * findings that touch the same part of a file one may save what another saves, too; together they
 * save at least what the best of them saves alone, and at most what is left when each takes its
 * share of what those before it left.
 *
 * @param fileSize bytes of the file
 * @param least at least so many bytes would be left
 * @param most at most so many bytes would be left
 * @param shared parts that several findings touch, and the rules of these, in the order of findings
 */
public record Plan(long fileSize, long least, long most, Map<String, List<String>> shared) {
  /** The part of advice that packs the file as it is; what is inside does not become smaller. */
  private static final String WHOLE = "whole";

  /** The parts that stripping takes; afterwards other advice saves what it saves of the rest. */
  private static final List<String> STRIPPED = List.of("debug", "names");

  /** Copies. */
  public Plan {
    Objects.requireNonNull(shared, "shared");
    Map<String, List<String>> copy = new LinkedHashMap<>();
    shared.forEach((part, rules) -> copy.put(part, List.copyOf(rules)));
    shared = Collections.unmodifiableMap(copy);
  }

  /** The plan that some findings make for a file of a size. */
  public static Plan of(long fileSize, List<Finding> findings) {
    Objects.requireNonNull(findings, "findings");
    List<Finding> stripping = new ArrayList<>();
    List<Finding> others = new ArrayList<>();
    for (Finding finding : findings) {
      List<String> parts = finding.rule().touches();
      boolean isPlanned = finding.saving().basis() != SavingBasis.UNKNOWN && !parts.contains(WHOLE);
      if (isPlanned && !parts.isEmpty() && STRIPPED.containsAll(parts)) {
        stripping.add(finding);
      } else if (isPlanned) {
        others.add(finding);
      }
    }
    long stripped = 0;
    long surelyStripped = 0;
    for (List<Finding> group : groups(stripping)) {
      // One takes what another would make smaller.
      stripped += group.stream().mapToLong(finding -> finding.saving().bytes()).max().orElse(0);
      surelyStripped +=
          group.stream().mapToLong(finding -> finding.saving().least()).max().orElse(0);
    }
    long rest = Math.max(0, fileSize - stripped);
    double left = rest;
    for (Finding finding : others) {
      double share = rest == 0 ? 0 : (double) finding.stripped().most() / rest;
      left *= Math.max(0, 1 - share);
    }
    long surely = 0;
    for (List<Finding> group : groups(others)) {
      surely += group.stream().mapToLong(finding -> finding.stripped().least()).max().orElse(0);
    }
    long most = Math.max(0, Math.max(0, fileSize - surelyStripped) - surely);
    return new Plan(fileSize, Math.min(most, Math.round(left)), most, shared(others));
  }

  /** Whether it says anything: some advice with a figure. */
  public boolean isUseful() {
    return most < fileSize || least < fileSize;
  }

  /** Findings that touch a common part, directly or through others. */
  private static List<List<Finding>> groups(List<Finding> findings) {
    List<List<Finding>> groups = new ArrayList<>();
    for (Finding finding : findings) {
      List<Finding> joined = new ArrayList<>();
      joined.add(finding);
      List<List<Finding>> rest = new ArrayList<>();
      for (List<Finding> group : groups) {
        if (group.stream().anyMatch(other -> shares(other, finding))) {
          joined.addAll(group);
        } else {
          rest.add(group);
        }
      }
      rest.add(joined);
      groups = rest;
    }
    return groups;
  }

  private static boolean shares(Finding a, Finding b) {
    return a.rule().touches().stream().anyMatch(b.rule().touches()::contains);
  }

  private static Map<String, List<String>> shared(List<Finding> findings) {
    Map<String, List<String>> rules = new LinkedHashMap<>();
    for (Finding finding : findings) {
      for (String part : finding.rule().touches()) {
        List<String> known = rules.computeIfAbsent(part, p -> new ArrayList<>());
        if (!known.contains(finding.rule().id())) {
          known.add(finding.rule().id());
        }
      }
    }
    rules.values().removeIf(ids -> ids.size() < 2);
    return rules;
  }
}
