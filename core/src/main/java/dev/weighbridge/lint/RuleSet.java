package dev.weighbridge.lint;

import java.util.List;

/**
 * Rules that come together: what a library of rules provides as a service, so that {@link
 * Linter#installed} finds them.
 */
public interface RuleSet {
  /** The rules, in the order in which they are to be listed. */
  List<Rule> rules();
}
