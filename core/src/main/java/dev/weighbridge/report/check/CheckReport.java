package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Unchecked;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.CheckedFile;
import dev.weighbridge.budget.LimitSubject;
import dev.weighbridge.budget.Mover;
import dev.weighbridge.measure.Measures;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.io.IOException;
import java.time.LocalDate;
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
  /** For build servers: the report of a test run, a test case for each limit. */
  public static final OutputFormat JUNIT = format("junit", "application/xml", "xml");

  /** For code scanning: SARIF 2.1.0. */
  public static final OutputFormat SARIF = format("sarif", "application/sarif+json", "sarif");

  /** For the log of GitHub Actions: annotations beside the limits. */
  public static final OutputFormat GITHUB = format("github", "text/plain", "txt");

  /** For GitLab: a report on code quality. */
  public static final OutputFormat GITLAB = format("gitlab", "application/json", "json");

  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = allFormats();

  /** Where a limit begins in a line of text. */
  static final int INDENT = 9;

  private static final String SCHEMA = "weighbridge/check/1";

  /** Room for what became of a limit. */
  private static final int STATUS = 7;

  /** What became of a limit, in words. */
  private record Outcome(String status, String sentence, List<Line> under) {}

  /** Checks that it is there. */
  public CheckReport {
    Objects.requireNonNull(check, "check");
  }

  private static OutputFormat format(String name, String mediaType, String extension) {
    return new OutputFormat(
        name,
        mediaType,
        extension,
        (answer, width, out) -> {
          throw new IllegalArgumentException("format: expected one for any answer, found " + name);
        });
  }

  private static List<OutputFormat> allFormats() {
    List<OutputFormat> formats = new ArrayList<>(OutputFormat.GENERAL);
    formats.addAll(List.of(JUNIT, SARIF, GITHUB, GITLAB));
    return List.copyOf(formats);
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (format.equals(JUNIT)) {
      CheckJUnit.write(check, out);
    } else if (format.equals(SARIF)) {
      CheckSarif.write(check, out);
    } else if (format.equals(GITHUB)) {
      CheckAnnotations.write(check, out);
    } else if (format.equals(GITLAB)) {
      CheckCodeQuality.write(check, out);
    } else {
      Report.super.write(format, width, out);
    }
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
        identity(check.file()),
        Facts.of(check, List.of(Column.flag("passed", BudgetCheck::passes))),
        outcomes(),
        verdicts(),
        unchecked());
  }

  private static Part identity(CheckedFile file) {
    String size = file.isPackage() ? "shippedSize" : "fileSize";
    return Facts.of(
        file,
        List.of(
            Column.name("file", CheckedFile::name),
            Column.name("format", CheckedFile::format),
            Column.name("machine", CheckedFile::machine).where(checked -> !checked.isPackage()),
            Column.bytes(size, CheckedFile::fileSize)));
  }

  /** Each limit in a line. */
  private Part outcomes() {
    List<Outcome> outcomes = new ArrayList<>();
    for (Verdict verdict : check.verdicts()) {
      outcomes.add(
          new Outcome(verdict.passes() ? "ok" : "broken", verdict.message(), under(verdict)));
    }
    for (Unchecked open : check.unchecked()) {
      outcomes.add(new Outcome("open", open.message(), List.of()));
    }
    Column<Outcome> status = Column.word("", Outcome::status).titled("").wide(STATUS);
    Column<Outcome> sentence = Column.sentence("", Outcome::sentence).titled("Limit");
    return Table.of("outcomes", outcomes)
        .columns(Medium.TEXT, List.of(status, sentence))
        .columns(Medium.MARKUP, List.of(sentence, status))
        .under(Outcome::under)
        .withoutTitles()
        .in(Medium.TEXT, Medium.MARKUP)
        .build();
  }

  /** Of a broken limit why it is what it is, and what broke it. */
  private static List<Line> under(Verdict verdict) {
    List<Line> lines = new ArrayList<>();
    if (!verdict.passes()) {
      String reason = verdict.limit().terms().reason();
      if (!reason.isEmpty()) {
        lines.add(Line.EMPTY.tab(INDENT).add("Reason: ").quote(reason));
      }
      verdict.movers().forEach(mover -> lines.add(MoverText.line(mover, verdict)));
    }
    return lines;
  }

  private Part verdicts() {
    return Table.of("verdicts", check.verdicts())
        .columns(Medium.RECORDS, columns())
        .columns(Medium.OBJECTS, objects())
        .in(Medium.OBJECTS, Medium.RECORDS)
        .build();
  }

  private static List<Column<Verdict>> columns() {
    return List.of(
        Column.word("measure", verdict -> verdict.subject().name()),
        Column.name("label", verdict -> verdict.subject().label()),
        counted(Verdict::subject),
        Column.word("type", verdict -> verdict.limit().type().key()),
        Column.flag("passed", Verdict::passes),
        Column.number("actual", Verdict::actual),
        Column.number("highest", Verdict::highest),
        Column.number("before", verdict -> verdict.before().orElse(-1)),
        Column.sentence("message", Verdict::message));
  }

  private static List<Column<Verdict>> objects() {
    List<Column<Verdict>> columns = new ArrayList<>(columns());
    columns.add(entry(Verdict::subject));
    columns.add(Column.<Verdict>flag("inferred", Verdict::isInferred).where(Verdict::isInferred));
    columns.add(
        Column.<Verdict>count("builds", verdict -> verdict.limit().builds())
            .where(verdict -> verdict.limit().isOfHistory()));
    columns.add(
        Column.<Verdict>sentence("reason", verdict -> verdict.limit().terms().reason())
            .where(verdict -> !verdict.limit().terms().reason().isEmpty()));
    columns.add(
        Column.<Verdict>word("expires", CheckReport::expires)
            .where(verdict -> verdict.limit().terms().expires().isPresent()));
    columns.add(
        Column.<Verdict>rows("movers", CheckReport::movers)
            .where(verdict -> !verdict.movers().isEmpty()));
    return columns;
  }

  private static String expires(Verdict verdict) {
    return verdict.limit().terms().expires().map(LocalDate::toString).orElse("");
  }

  private static Part movers(Verdict verdict) {
    return Table.of("movers", verdict.movers())
        .columns(
            Medium.OBJECTS,
            List.of(
                Column.name("label", Mover::label),
                Column.number("before", mover -> mover.before().orElse(-1)),
                Column.number("after", Mover::after)))
        .build();
  }

  private Part unchecked() {
    return Table.of("unchecked", check.unchecked())
        .programs(
            List.of(
                Column.<Unchecked>word("measure", open -> open.limit().subject().name()),
                Column.<Unchecked>name("label", open -> open.limit().subject().label()),
                counted(open -> open.limit().subject()),
                entry(open -> open.limit().subject()),
                Column.<Unchecked>word("type", open -> open.limit().type().key()),
                Column.sentence("reason", Unchecked::reason)))
        .in(Medium.OBJECTS)
        .build();
  }

  /** What is counted of a row where it is not bytes in the file. */
  private static <R> Column<R> counted(Function<R, LimitSubject> subject) {
    return Column.<R>word("counted", row -> subject.apply(row).measure().name())
        .where(row -> isOther(subject.apply(row)));
  }

  /** The entry of a package that a limit is about alone. */
  private static <R> Column<R> entry(Function<R, LimitSubject> subject) {
    return Column.<R>name("entry", row -> subject.apply(row).entry())
        .where(row -> !subject.apply(row).entry().isEmpty());
  }

  private static boolean isOther(LimitSubject subject) {
    return subject.isRow() && !subject.measure().equals(Measures.FILE);
  }
}
