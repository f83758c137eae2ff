package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Whether a file keeps a budget: the answer of the {@code check} command.
 *
 * @param check the verdict on each limit
 */
public record CheckReport(BudgetCheck check) implements Report {
  private static final String SCHEMA = "weighbridge/check/1";

  /** Room for what became of a limit. */
  private static final int STATUS = 7;

  /** What became of a limit, in words. */
  private record Outcome(String status, String sentence) {}

  /** Checks that it is there. */
  public CheckReport {
    Objects.requireNonNull(check, "check");
  }

  @Override
  public Answer answer() {
    int broken = check.broken().size();
    String kept = broken == 0 ? ": within its budget, " : ": over its budget, ";
    String limits = broken + " of " + check.verdicts().size() + " limits broken";
    return Answer.of(
        SCHEMA,
        check.file().name(),
        Prose.of(Line.EMPTY.name(check.file().name()).add(kept + limits)),
        CommonParts.identity(check.file()),
        CommonParts.size(check.file()),
        Facts.of(check, List.of(Column.flag("passed", BudgetCheck::passes))),
        outcomes(),
        verdicts(),
        unchecked());
  }

  /** Each limit in a line. */
  private Part outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Verdict verdict : check.verdicts()) {
      outcomes.add(new Outcome(verdict.passes() ? "ok" : "broken", verdict.message()));
    }
    for (Limit limit : check.unchecked()) {
      String open = limit.subject().text() + ": growth is limited, but no earlier build was given";
      outcomes.add(new Outcome("open", open));
    }
    return Table.of("outcomes", outcomes)
        .people(
            List.of(
                Column.word("", Outcome::status).titled("").wide(STATUS),
                Column.sentence("", Outcome::sentence).titled("Limit")))
        .withoutTitles()
        .in(Medium.TEXT, Medium.MARKUP)
        .build();
  }

  private Part verdicts() {
    return Table.of("verdicts", check.verdicts())
        .programs(
            List.of(
                Column.<Verdict>word("measure", verdict -> verdict.subject().name()),
                Column.<Verdict>name("label", verdict -> verdict.subject().label()),
                counted(Verdict::subject),
                Column.<Verdict>word("type", verdict -> verdict.limit().type().key()),
                Column.flag("passed", Verdict::passes),
                Column.number("actual", Verdict::actual),
                Column.number("highest", Verdict::highest),
                Column.number("before", verdict -> verdict.before().orElse(-1)),
                Column.sentence("message", Verdict::message)))
        .in(Medium.OBJECTS, Medium.RECORDS)
        .build();
  }

  private Part unchecked() {
    return Table.of("unchecked", check.unchecked())
        .programs(
            List.of(
                Column.<Limit>word("measure", limit -> limit.subject().name()),
                Column.<Limit>name("label", limit -> limit.subject().label()),
                counted(Limit::subject),
                Column.<Limit>word("type", limit -> limit.type().key())))
        .in(Medium.OBJECTS)
        .build();
  }

  /** What is counted of a row where it is not bytes in the file. */
  private static <R> Column<R> counted(Function<R, LimitSubject> subject) {
    return Column.<R>word("counted", row -> subject.apply(row).measure().name())
        .where(row -> isOther(subject.apply(row)));
  }

  private static boolean isOther(LimitSubject subject) {
    return subject.isRow() && !subject.measure().equals(Measures.FILE);
  }
}
