package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.budget.LimitSubject;

/**
 * Where a limit stands, and what it is known by from build to build. Forges show a finding beside a
 * line of a file in the repository, which the limits are in, and what was built is not.
 */
final class CheckPlace {
  private CheckPlace() {}

  /** The file of limits as a path in a repository, or what was checked if there is none. */
  static String path(BudgetCheck check) {
    String path = check.budget().source().isEmpty() ? check.file().name() : check.budget().source();
    path = path.replace('\\', '/');
    while (path.startsWith("./")) {
      path = path.substring(2);
    }
    return path;
  }

  /** The line of a limit, or the first one where it is unknown. */
  static int line(Limit limit) {
    return Math.max(1, limit.terms().line());
  }

  /** What kind of limit it is: {@code budget/crate}. */
  static String rule(LimitSubject subject) {
    return "budget/" + subject.name();
  }

  /** What one limit is known by, whatever it allows: {@code budget/crate growth memory serde}. */
  static String key(Limit limit, LimitSubject subject) {
    String over = limit.isOfHistory() ? " over " + limit.builds() : "";
    String measure = subject.measure().name();
    return rule(subject)
        + " "
        + limit.type().key()
        + over
        + " "
        + measure
        + (subject.isRow() ? " " + subject.label() : "")
        + (subject.entry().isEmpty() ? "" : " in " + subject.entry())
        // A row may have a limit of its own beside the one of all rows.
        + (limit.subject().isEach() ? " as each" : "");
  }

  /** What a limit demands, in a few words: {@code crate serde_json: at most 65,536 bytes}. */
  static String title(Limit limit, LimitSubject subject) {
    return subject.text() + ": at most " + limit.allowedText();
  }

  /** A verdict, why the limit is what it is, and the rows that broke it, one a line. */
  static String text(Verdict verdict) {
    StringBuilder text = new StringBuilder(verdict.message());
    if (!verdict.limit().terms().reason().isEmpty()) {
      text.append("\nReason: ").append(verdict.limit().terms().reason());
    }
    verdict.movers().forEach(mover -> text.append('\n').append(MoverText.of(mover, verdict)));
    return text.toString();
  }
}
