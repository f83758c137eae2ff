package dev.weighbridge.budget;

import dev.weighbridge.history.History;
import dev.weighbridge.packages.PackageAnswers;
import dev.weighbridge.query.Query;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A budget, and what growth is counted from: all that a build is checked against. Immutable.
 *
 * <pre>{@code
 * SizeBudget budget = SizeBudget.read(Path.of("budget.toml"));
 * BinaryModel before = BinaryModel.open(Path.of("app-of-main"));
 * Gate gate = Gate.of(budget).since(before.query()).on(LocalDate.now(ZoneOffset.UTC));
 * BudgetCheck check = BudgetCheck.of(gate, model.query());
 * }</pre>
 */
public final class Gate {
  private final SizeBudget budget;
  private final @Nullable Query baseline;
  private final @Nullable PackageAnswers packageBaseline;
  private final @Nullable History history;
  private final LocalDate today;

  private Gate(
      SizeBudget budget,
      @Nullable Query baseline,
      @Nullable PackageAnswers packageBaseline,
      @Nullable History history,
      LocalDate today) {
    this.budget = Objects.requireNonNull(budget, "budget");
    this.baseline = baseline;
    this.packageBaseline = packageBaseline;
    this.history = history;
    this.today = Objects.requireNonNull(today, "today");
  }

  /** A gate without an earlier build; on its day no limit has expired yet. */
  public static Gate of(SizeBudget budget) {
    Objects.requireNonNull(budget, "budget");
    return new Gate(budget, null, null, null, LocalDate.MIN);
  }

  /** The same gate on a day, which decides what limits have expired. */
  public Gate on(LocalDate day) {
    Objects.requireNonNull(day, "day");
    return new Gate(budget, baseline, packageBaseline, history, day);
  }

  /** The same gate with an earlier build that growth is counted from. */
  public Gate since(Query earlier) {
    return new Gate(budget, Objects.requireNonNull(earlier, "earlier"), null, history, today);
  }

  /** The same gate of a package with an earlier one that growth is counted from. */
  public Gate since(PackageAnswers earlier) {
    return new Gate(budget, null, Objects.requireNonNull(earlier, "earlier"), history, today);
  }

  /**
   * The same gate with earlier builds that growth over several of them is counted from.
   *
   * @param series those of the program that is checked, see {@link History#series}
   */
  public Gate over(History series) {
    Objects.requireNonNull(series, "series");
    return new Gate(budget, baseline, packageBaseline, series, today);
  }

  /** The limits. */
  SizeBudget budget() {
    return budget;
  }

  /** The binary that growth is counted from; null if it is none. */
  @Nullable Query baseline() {
    return baseline;
  }

  /** The package that growth is counted from; null if it is none. */
  @Nullable PackageAnswers packageBaseline() {
    return packageBaseline;
  }

  /** What growth over several builds is counted from; null if it is nothing. */
  @Nullable History history() {
    return history;
  }

  /** The day. */
  LocalDate today() {
    return today;
  }

  @Override
  public String toString() {
    return budget.toString();
  }
}
