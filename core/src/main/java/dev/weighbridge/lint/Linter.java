package dev.weighbridge.lint;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.config.ConfigException;
import dev.weighbridge.formats.bytes.ChangedFileException;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.lint.LintResult.Allowed;
import dev.weighbridge.query.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Rules with their settings. Immutable; may be used by several threads. */
public final class Linter {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding finding) -> finding.severity() == Severity.ERROR)
          .thenComparingLong(finding -> finding.saving().bytes())
          .thenComparing(Finding::severity)
          .reversed();

  private final List<Rule> rules;
  private final LintConfig config;
  private final Baseline baseline;
  private final LocalDate today;

  private Linter(List<Rule> rules, LintConfig config, Baseline baseline, LocalDate today) {
    this.rules = List.copyOf(rules);
    this.config = config;
    this.baseline = baseline;
    this.today = today;
  }

  /** A linter with these rules and no settings; on its day no exception has expired yet. */
  public static Linter of(List<? extends Rule> rules) {
    Objects.requireNonNull(rules, "rules");
    Set<String> ids = new HashSet<>();
    for (Rule rule : rules) {
      if (!ids.add(rule.info().id())) {
        throw new IllegalArgumentException("expected one rule " + rule.info().id() + ", found two");
      }
    }
    return new Linter(List.copyOf(rules), LintConfig.DEFAULT, Baseline.EMPTY, LocalDate.MIN);
  }

  /** A linter with the rules of every {@link RuleSet} that is installed; those of ours first. */
  public static Linter installed() {
    List<Rule> own = new ArrayList<>();
    List<Rule> others = new ArrayList<>();
    for (RuleSet set : ServiceLoader.load(RuleSet.class, Linter.class.getClassLoader())) {
      boolean isOwn = set.getClass().getName().startsWith("dev.weighbridge.lint.rules.");
      (isOwn ? own : others).addAll(set.rules());
    }
    own.addAll(others);
    return of(own);
  }

  /** The same linter with more rules. */
  public Linter and(List<? extends Rule> more) {
    Objects.requireNonNull(more, "more");
    List<Rule> all = new ArrayList<>(rules);
    all.addAll(more);
    Linter linter = of(all);
    return new Linter(linter.rules, config, baseline, today);
  }

  /**
   * The same linter with settings.
   *
   * @throws dev.weighbridge.config.ConfigException if they name rules or parameters that are not
   *     there
   */
  public Linter with(LintConfig other) {
    Objects.requireNonNull(other, "other");
    other.checkAgainst(rules.stream().map(Rule::info).toList());
    return new Linter(rules, other, baseline, today);
  }

  /** The same linter, silent about what a baseline knows. */
  public Linter with(Baseline other) {
    Objects.requireNonNull(other, "other");
    return new Linter(rules, config, other, today);
  }

  /** The same linter on a day, which decides what exceptions have expired. */
  public Linter on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Linter(rules, config, baseline, day);
  }

  /** The rules, in order. */
  public List<Rule> rules() {
    return rules;
  }

  /**
   * Applies the rules to a file. A rule that fails costs its own answer: it is among what is
   * {@linkplain LintResult#undecided undecided}, with what it found instead of what it expected.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException for a model saved without
   *     the bytes
   */
  public LintResult lint(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return lint(Query.of(attribution));
  }

  /**
   * Applies the rules to what a query is about, so that rules about packages know what Cargo says
   * of the program; as {@link #lint(Attribution)}.
   */
  public LintResult lint(Query query) {
    Objects.requireNonNull(query, "query");
    Attribution attribution = query.attribution();
    attribution.file().requireBytes();
    List<Finding> found = new ArrayList<>();
    List<Findings.Undecided> open = new ArrayList<>();
    for (int row = 0; row < rules.size(); row++) {
      Rule rule = rules.get(row);
      RuleInfo info = rule.info();
      query.work().progress("applying rules", row, rules.size());
      if (!config.isOff(info)) {
        Findings findings = new Findings(info);
        check(rule, new LintContext(query, info, config.table(info)), findings);
        for (Finding finding : findings.list()) {
          found.add(config.severity(info).map(finding::withSeverity).orElse(finding));
        }
        open.addAll(findings.open());
      }
    }
    found.sort(ORDER);
    return report(attribution, found, open);
  }

  /**
   * Lets one rule look at the file. What the user set wrong, and what somebody cancelled, is no
   * failure of the rule; nor is a lack of memory or stack, which would hit the next rule as well.
   */
  private static void check(Rule rule, LintContext context, Findings findings) {
    try {
      rule.check(context, findings);
    } catch (InternalError e) {
      throw ChangedFileException.of(e);
    } catch (ConfigException | CancellationException | ChangedFileException e) {
      throw e;
    } catch (RuntimeException e) {
      findings.undecided(failure(e));
    }
  }

  private static String failure(RuntimeException e) {
    if (e instanceof BinaryException known) {
      return "the rule ended early: " + known.getMessage();
    }
    StackTraceElement[] trace = e.getStackTrace();
    String place = trace.length == 0 ? "" : " in " + trace[0];
    return "the rule ended early: expected an answer, found " + e + place;
  }

  private LintResult report(
      Attribution attribution, List<Finding> found, List<Findings.Undecided> open) {
    List<Finding> reported = new ArrayList<>();
    List<Allowed> allowed = new ArrayList<>();
    List<Suppression> expired = new ArrayList<>();
    int known = 0;
    for (Finding finding : found) {
      Suppression holding = null;
      for (Suppression suppression : config.suppressions()) {
        if (suppression.covers(finding) && suppression.holdsOn(today)) {
          holding = suppression;
        } else if (suppression.covers(finding) && !expired.contains(suppression)) {
          expired.add(suppression);
        }
      }
      if (holding != null) {
        allowed.add(new Allowed(finding, holding));
      } else if (baseline.knows(finding)) {
        known++;
      } else {
        reported.add(finding);
      }
    }
    return new LintResult(
        attribution.file(), reported, open, allowed, expired, known, config.failOn());
  }

  @Override
  public String toString() {
    return rules.size() + " rules";
  }
}
