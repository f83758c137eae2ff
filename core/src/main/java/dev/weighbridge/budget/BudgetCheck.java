package dev.weighbridge.budget;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.history.History;
import dev.weighbridge.history.HistoryEntry;
import dev.weighbridge.history.HistoryFigure;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.packages.PackageAnswers;
import dev.weighbridge.query.Query;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether a binary or a package keeps a budget.
 *
 * @param file what was checked
 * @param budget the limits
 * @param verdicts one for each limit, in the order of the budget; a limit on each row of a
 *     dimension has one for each row that breaks it, or one for the row that comes closest
 * @param unchecked limits on growth that nothing was there to compare with, and limits on what no
 *     row has in a file that does not tell whether it is there
 */
public record BudgetCheck(
    CheckedFile file, SizeBudget budget, List<Verdict> verdicts, List<Unchecked> unchecked) {
  /**
   * A limit that could not be checked.
   *
   * @param limit the limit
   * @param reason what was missing
   */
  public record Unchecked(Limit limit, String reason) {
    /** Refuses null. */
    public Unchecked {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(reason, "reason");
    }

    /** It in a sentence. */
    public String message() {
      String what =
          limit.type() == Limit.Type.SIZE ? ": limited, but " : ": growth is limited, but ";
      return limit.subject().text() + what + reason;
    }
  }

  /**
   * Whether one limit is kept.
   *
   * @param limit the limit
   * @param subject what it was applied to: a row where the limit is on each row
   * @param actual the figure, 0 if the file has no such row
   * @param highest the highest figure that keeps the limit
   * @param before the figure of the baseline; empty if the limit is not on growth
   * @param isPresent whether the file has such a row
   * @param isExpired whether the last day of the limit has passed
   * @param isInferred whether it is about a region of memory that was inferred from the segments
   * @param movers rows that had a part in it if the figure is too high, the largest first
   */
  public record Verdict(
      Limit limit,
      LimitSubject subject,
      long actual,
      long highest,
      OptionalLong before,
      boolean isPresent,
      boolean isExpired,
      boolean isInferred,
      List<Mover> movers) {

    /** Copies the list. */
    public Verdict {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(subject, "subject");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(movers, "movers");
      movers = List.copyOf(movers);
    }

    /** Whether the limit is kept; after its last day none is. */
    public boolean passes() {
      return actual <= highest && !isMissing() && !isExpired;
    }

    /** Whether there is nothing in the file, or in the baseline, by the name of what is limited. */
    public boolean isMissing() {
      return !isPresent && before.orElse(0) == 0 && !limit.allowsAbsence();
    }

    /** The verdict in a sentence. */
    public String message() {
      String text = subject.text() + (isInferred ? " (inferred from the segments)" : "");
      text += ": " + (isPresent ? limit.subject().counted(actual) : "not in the file");
      if (before.isPresent()) {
        long growth = actual - before.getAsLong();
        text +=
            ", " + grouped(Math.abs(growth)) + (growth < 0 ? " less" : " more") + " than before";
      }
      text += ", allowed " + limit.allowedText();
      if (passes()) {
        return text;
      }
      if (isMissing()) {
        return text + ": a misspelt name, or one to mark optional = true";
      }
      if (actual <= highest) {
        return text + ": expired on " + limit.terms().expires().map(LocalDate::toString).orElse("");
      }
      long over = actual - highest;
      String bytes = limit.subject().isCount() ? "" : over == 1 ? " byte" : " bytes";
      return text + ": " + grouped(over) + bytes + " too many";
    }

    private static String grouped(long value) {
      return String.format(Locale.ROOT, "%,d", value);
    }
  }

  /** Checks and copies. */
  public BudgetCheck {
    Objects.requireNonNull(verdicts, "verdicts");
    Objects.requireNonNull(unchecked, "unchecked");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(budget, "budget");
    verdicts = List.copyOf(verdicts);
    unchecked = List.copyOf(unchecked);
  }

  /** Checks a file; limits on growth stay unchecked. */
  public static BudgetCheck of(SizeBudget budget, Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return of(budget, Query.of(attribution));
  }

  /** Checks a file by the regions of memory, and the crates, that a question names. */
  public static BudgetCheck of(SizeBudget budget, Query now) {
    Objects.requireNonNull(budget, "budget");
    return of(Gate.of(budget), now);
  }

  /** The same, and its growth over an earlier build. */
  public static BudgetCheck of(SizeBudget budget, Query now, Query baseline) {
    Objects.requireNonNull(budget, "budget");
    Objects.requireNonNull(baseline, "baseline");
    return of(Gate.of(budget).since(baseline), now);
  }

  /** Checks a file against all that a gate has. */
  public static BudgetCheck of(Gate gate, Query now) {
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(now, "now");
    if (gate.packageBaseline() != null) {
      throw new IllegalArgumentException("earlier build: expected a binary, found a package");
    }
    Query earlier = gate.baseline();
    Figures before = earlier == null ? null : new Weights(earlier);
    CheckedFile file = CheckedFile.of(now.attribution().file());
    return new Checking(gate, file, new Weights(now), before, new Movers(now, earlier)).result();
  }

  /**
   * Checks a package against all that a gate has. Limits count bytes once unpacked unless they name
   * a measure; {@code shipped} is what travels.
   *
   * @throws dev.weighbridge.config.ConfigException if a limit is one that packages cannot have
   * @throws IOException if a temporary file cannot be used
   */
  public static BudgetCheck of(Gate gate, PackageAnswers now) throws IOException {
    Objects.requireNonNull(gate, "gate");
    Objects.requireNonNull(now, "now");
    if (gate.baseline() != null || gate.history() != null) {
      throw new IllegalArgumentException("earlier build: expected a package, found another");
    }
    PackageAnswers earlier = gate.packageBaseline();
    PackageWeights weights = new PackageWeights(now, gate.budget());
    PackageWeights before = earlier == null ? null : new PackageWeights(earlier, gate.budget());
    Culprits movers = new PackageMovers(now, earlier);
    try {
      return new Checking(gate, CheckedFile.of(now), weights, before, movers).result();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Checks a file, and its growth over an earlier build. */
  public static BudgetCheck of(SizeBudget budget, Attribution attribution, Attribution baseline) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(baseline, "baseline");
    return of(budget, Query.of(attribution), Query.of(baseline));
  }

  /** Whether every limit that was checked is kept. */
  public boolean passes() {
    return broken().isEmpty();
  }

  /** The verdicts on limits that are not kept. */
  public List<Verdict> broken() {
    return verdicts.stream().filter(verdict -> !verdict.passes()).toList();
  }

  /**
   * The text of the budget with each limit on a figure brought down to what the file has of it.
   * Only figures are rewritten: comments, order and blanks stay, and so does the unit where no more
   * than a hundredth is lost by it. Limits on growth, and those that are broken or optional and
   * absent, stay as they are.
   *
   * @throws dev.weighbridge.config.ConfigException if a figure to rewrite has no line of its own
   */
  public String tightened() {
    Map<Integer, Verdict> fullest = new TreeMap<>();
    for (Verdict verdict : verdicts) {
      Limit limit = verdict.limit();
      if (limit.type() == Limit.Type.SIZE && limit.terms().line() > 0) {
        fullest.merge(limit.terms().line(), verdict, BudgetCheck::fuller);
      }
    }
    SortedMap<Integer, Long> figures = new TreeMap<>();
    fullest.forEach(
        (line, verdict) -> {
          if (verdict.passes() && verdict.isPresent() && verdict.actual() < verdict.highest()) {
            figures.put(line, verdict.actual());
          }
        });
    return budget.withFigures(figures);
  }

  /** The one that leaves less room: a broken one, or else that with the larger figure. */
  private static Verdict fuller(Verdict one, Verdict other) {
    boolean isOther = one.passes() && (!other.passes() || other.actual() > one.actual());
    return isOther ? other : one;
  }

  /** One build while it is checked. */
  private static final class Checking {
    private final Gate gate;
    private final CheckedFile file;
    private final Figures now;
    private final @Nullable Figures before;
    private final Culprits movers;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<Unchecked> unchecked = new ArrayList<>();

    Checking(Gate gate, CheckedFile file, Figures now, @Nullable Figures before, Culprits movers) {
      this.gate = gate;
      this.file = file;
      this.now = now;
      this.before = before;
      this.movers = movers;
    }

    BudgetCheck result() {
      for (Limit limit : gate.budget().limits()) {
        if (limit.isOfHistory()) {
          overHistory(limit);
        } else if (limit.type() != Limit.Type.SIZE && before == null) {
          unchecked.add(new Unchecked(limit, "no earlier build was given"));
        } else {
          check(limit, subject -> before == null ? OptionalLong.of(0) : figure(before, subject));
        }
      }
      return new BudgetCheck(file, gate.budget(), verdicts, unchecked);
    }

    private static OptionalLong figure(Figures weights, LimitSubject subject) {
      return OptionalLong.of(weights.figure(subject).orElse(0));
    }

    private void overHistory(Limit limit) {
      History history = gate.history();
      if (history == null) {
        unchecked.add(new Unchecked(limit, "no history was given"));
      } else if (history.builds().isEmpty()) {
        unchecked.add(new Unchecked(limit, "the history has no build of this program"));
      } else {
        HistoryEntry first = history.last(limit.builds()).get(0);
        check(limit, subject -> first.figure(figureOf(subject)));
      }
    }

    /** What a history calls a subject; of rows but regions it keeps bytes in the file. */
    private static HistoryFigure figureOf(LimitSubject subject) {
      boolean isKept =
          !subject.isRow() || subject.isRegion() || subject.measure().equals(Measures.FILE);
      return new HistoryFigure(isKept ? subject.name() : "", subject.label());
    }

    private void check(Limit limit, Function<LimitSubject, OptionalLong> baseline) {
      if (limit.subject().isEach()) {
        each(limit, baseline);
        return;
      }
      OptionalLong old = baseline.apply(limit.subject());
      if (old.isEmpty()) {
        unchecked.add(new Unchecked(limit, "the history does not keep it"));
      } else {
        add(verdict(limit, limit.subject(), old.getAsLong()));
      }
    }

    /** Takes a verdict down, unless it only holds as nobody can know better. */
    private void add(Verdict verdict) {
      Optional<String> doubt =
          verdict.passes() && !verdict.isPresent() && verdict.before().isEmpty()
              ? now.doubt(verdict.subject())
              : Optional.empty();
      if (doubt.isPresent()) {
        unchecked.add(new Unchecked(verdict.limit(), doubt.get()));
      } else {
        verdicts.add(verdict);
      }
    }

    private void each(Limit limit, Function<LimitSubject, OptionalLong> baseline) {
      Verdict closest = null;
      boolean isBroken = false;
      int unknown = 0;
      boolean isOfBuild = limit.type() != Limit.Type.SIZE && !limit.isOfHistory();
      Map<String, Long> earlier = isOfBuild ? movers.earlier(limit.subject()) : Map.of();
      for (Map.Entry<String, Long> row : now.rows(limit.subject()).entrySet()) {
        LimitSubject subject = limit.subject().labelled(row.getKey());
        Long matched = earlier.get(row.getKey());
        OptionalLong old = matched == null ? baseline.apply(subject) : OptionalLong.of(matched);
        if (old.isEmpty()) {
          unknown++;
          continue;
        }
        Verdict verdict = verdict(limit, subject, old.getAsLong());
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
      if (unknown > 0) {
        String rows = unknown == 1 ? "1 row" : unknown + " rows";
        unchecked.add(new Unchecked(limit, "the history does not keep " + rows + " of them"));
      }
    }

    private Verdict verdict(Limit limit, LimitSubject subject, long old) {
      OptionalLong actual = now.figure(subject);
      long highest = limit.highest(old);
      long figure = actual.orElse(0);
      return new Verdict(
          limit,
          subject,
          figure,
          highest,
          limit.type() == Limit.Type.SIZE ? OptionalLong.empty() : OptionalLong.of(old),
          actual.isPresent(),
          limit.terms().isExpired(gate.today()),
          now.isInferred(subject),
          figure > highest ? movers(limit, subject) : List.of());
    }

    private List<Mover> movers(Limit limit, LimitSubject subject) {
      History history = gate.history();
      boolean isKept = !subject.isRow() && subject.measure().equals(Measures.FILE);
      return limit.isOfHistory() && isKept && history != null
          ? movers.since(history.last(limit.builds()).get(0))
          : movers.of(subject);
    }
  }
}
