package dev.weighbridge.lint;

/**
 * A rule: looks at a file and reports what it finds.
 *
 * <p>A rule that does not apply to a file reports nothing. One that applies but cannot know says so
 * with {@link Findings#undecided}; it does not guess. Rules keep no state; one instance may serve
 * several files at once.
 */
public interface Rule {
  /** What it says of itself. */
  RuleInfo info();

  /** Looks at a file. */
  void check(LintContext context, Findings findings);
}
