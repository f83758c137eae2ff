package dev.weighbridge.budget;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Whether a file keeps a budget.
 *
 * @param file the file
 * @param verdicts one for each limit, in the order of the budget; a limit on each row of a
 *     dimension has one for each row that breaks it, or one for the row that comes closest
 * @param unchecked limits on growth that nothing was there to compare with
 */
public record BudgetCheck(BinaryFile file, List<Verdict> verdicts, List<Limit> unchecked) {
  /**
   * Whether one limit is kept.
   *
   * @param limit the limit
   * @param subject what it was applied to: a row where the limit is on each row
   * @param actual the figure, 0 if the file has no such row
   * @param highest the highest figure that keeps the limit
   * @param before the figure of the baseline; empty if the limit is not on growth
   * @param isPresent whether the file has such a row
   */
  public record Verdict(
      Limit limit,
      LimitSubject subject,
      long actual,
      long highest,
      OptionalLong before,
      boolean isPresent) {

    /** Whether the limit is kept. */
    public boolean passes() {
      return actual <= highest && !isMissing();
    }

    /** Whether there is nothing in the file, or in the baseline, by the name of what is limited. */
    public boolean isMissing() {
      return !isPresent && before.orElse(0) == 0 && !limit.allowsAbsence();
    }

    /** The verdict in a sentence. */
    public String message() {
      String unit = limit.subject().unit();
      String text = subject.text() + ": " + grouped(actual) + unit;
      if (!isPresent) {
        text = subject.text() + ": not in the file";
      }
      if (before.isPresent()) {
        long growth = actual - before.getAsLong();
        text +=
            ", " + grouped(Math.abs(growth)) + (growth < 0 ? " less" : " more") + " than before";
      }
      text += ", allowed " + allowed(unit);
      if (passes()) {
        return text;
      }
      if (isMissing()) {
        return text + ": a misspelt name, or one to mark optional = true";
      }
      long over = actual - highest;
      String bytes = limit.subject().isCount() ? "" : over == 1 ? " byte" : " bytes";
      return text + ": " + grouped(over) + bytes + " too many";
    }

    private String allowed(String unit) {
      return switch (limit.type()) {
        case SIZE -> grouped(limit.allowed()) + unit;
        case GROWTH -> grouped(limit.allowed()) + unit + " more";
        case RELATIVE_GROWTH -> String.format(Locale.ROOT, "%.2f %% more", limit.allowed() / 100.0);
      };
    }

    private static String grouped(long value) {
      return String.format(Locale.ROOT, "%,d", value);
    }
  }

  /** Checks and copies. */
  public BudgetCheck {
    Objects.requireNonNull(file, "file");
    verdicts = List.copyOf(verdicts);
    unchecked = List.copyOf(unchecked);
  }

  /** Checks a file; limits on growth stay unchecked. */
  public static BudgetCheck of(SizeBudget budget, Attribution attribution) {
    return of(budget, Query.of(attribution));
  }

  /** Checks a file by the regions of memory, and the crates, that a question names. */
  public static BudgetCheck of(SizeBudget budget, Query now) {
    return of(budget, now, Optional.empty());
  }

  /** The same, and its growth over an earlier build. */
  public static BudgetCheck of(SizeBudget budget, Query now, Query baseline) {
    return of(budget, now, Optional.of(baseline));
  }

  /** Checks a file, and its growth over an earlier build. */
  public static BudgetCheck of(SizeBudget budget, Attribution attribution, Attribution baseline) {
    return of(budget, Query.of(attribution), Optional.of(Query.of(baseline)));
  }

  private static BudgetCheck of(SizeBudget budget, Query question, Optional<Query> baseline) {
    Weights now = new Weights(question);
    Weights before = baseline.map(Weights::new).orElse(null);
    List<Verdict> verdicts = new ArrayList<>();
    List<Limit> unchecked = new ArrayList<>();
    for (Limit limit : budget.limits()) {
      if (limit.type() != Limit.Type.SIZE && before == null) {
        unchecked.add(limit);
      } else if (limit.subject().isEach()) {
        each(limit, now, before, verdicts);
      } else {
        verdicts.add(verdict(limit, limit.subject(), now, before));
      }
    }
    return new BudgetCheck(question.attribution().file(), verdicts, unchecked);
  }

  private static void each(
      Limit limit, Weights now, @Nullable Weights before, List<Verdict> verdicts) {
    Verdict closest = null;
    boolean isBroken = false;
    for (Map.Entry<String, Long> row : now.rows(limit.subject()).entrySet()) {
      LimitSubject subject =
          new LimitSubject(limit.subject().name(), row.getKey(), limit.subject().measure());
      Verdict verdict = verdict(limit, subject, now, before);
      if (!verdict.passes()) {
        verdicts.add(verdict);
        isBroken = true;
      } else if (closest == null
          || verdict.highest() - verdict.actual() < closest.highest() - closest.actual()) {
        closest = verdict;
      }
    }
    if (!isBroken && closest != null) {
      verdicts.add(closest);
    }
  }

  private static Verdict verdict(
      Limit limit, LimitSubject subject, Weights now, @Nullable Weights before) {
    OptionalLong actual = now.figure(subject);
    OptionalLong old =
        limit.type() == Limit.Type.SIZE || before == null
            ? OptionalLong.empty()
            : OptionalLong.of(before.figure(subject).orElse(0));
    return new Verdict(
        limit, subject, actual.orElse(0), limit.highest(old.orElse(0)), old, actual.isPresent());
  }

  /** Whether every limit that was checked is kept. */
  public boolean passes() {
    return broken().isEmpty();
  }

  /** The verdicts on limits that are not kept. */
  public List<Verdict> broken() {
    return verdicts.stream().filter(verdict -> !verdict.passes()).toList();
  }
}
