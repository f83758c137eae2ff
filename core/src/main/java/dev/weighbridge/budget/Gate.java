package dev.weighbridge.budget;

import dev.weighbridge.query.Query;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A budget, and what growth is counted from: all that a build is checked against. Immutable.
 *
 * <pre>{@code
 * Gate gate = Gate.of(SizeBudget.read(Path.of("budget.toml"))).on(java.time.LocalDate.now());
 * BudgetCheck check = BudgetCheck.of(gate, model.query());
 * }</pre>
 */
public final class Gate {
  private final SizeBudget budget;
  private final @Nullable Query baseline;
  private final LocalDate today;

  private Gate(SizeBudget budget, @Nullable Query baseline, LocalDate today) {
    this.budget = Objects.requireNonNull(budget, "budget");
    this.baseline = baseline;
    this.today = Objects.requireNonNull(today, "today");
  }

  /** A gate without an earlier build; on its day no limit has expired yet. */
  public static Gate of(SizeBudget budget) {
    return new Gate(budget, null, LocalDate.MIN);
  }

  /** The same gate on a day, which decides what limits have expired. */
  public Gate on(LocalDate day) {
    return new Gate(budget, baseline, day);
  }

  /** The same gate with an earlier build that growth is counted from. */
  public Gate since(Query earlier) {
    return new Gate(budget, Objects.requireNonNull(earlier, "earlier"), today);
  }

  /** The limits. */
  SizeBudget budget() {
    return budget;
  }

  /** What growth is counted from; null if it is nothing. */
  @Nullable Query baseline() {
    return baseline;
  }

  /** The day. */
  LocalDate today() {
    return today;
  }
}
