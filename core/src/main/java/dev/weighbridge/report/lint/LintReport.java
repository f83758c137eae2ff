package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Facts;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Table;
import dev.weighbridge.rows.RowLimit;
import dev.weighbridge.rows.RowLimit.Cut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a linter says of a file: the answer of the {@code lint} command. Its JSON is also what a
 * baseline is read from.
 *
 * @param result findings, open questions and exceptions
 * @param limit which findings are shown: of what rules, from what saving on; all count in figures
 *     of the whole, and CSV, SARIF and the page have all
 */
public record LintReport(LintResult result, RowLimit limit) implements Report {
  /** For code scanning: SARIF 2.1.0. */
  public static final OutputFormat SARIF =
      new OutputFormat("sarif", "application/sarif+json", "sarif", LintReport::refuse);

  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = formatsWithSarif();

  private static final String SCHEMA = "weighbridge/lint/1";

  private static final Column<Finding> RULE = Column.word("rule", finding -> finding.rule().id());
  private static final Column<Finding> SEVERITY =
      Column.word("severity", finding -> finding.severity().key());
  private static final Column<Finding> MESSAGE = Column.sentence("message", Finding::message);
  private static final Column<Finding> SAVING =
      Column.bytes("savingBytes", finding -> finding.saving().bytes());
  private static final Column<Finding> BASIS =
      Column.word("savingBasis", finding -> finding.saving().basis().key());
  private static final Column<Finding> LEAST =
      Column.bytes("savingLeast", finding -> finding.saving().least());
  private static final Column<Finding> MOST =
      Column.bytes("savingMost", finding -> finding.saving().most());
  private static final Column<Finding> STRIPPED_LEAST =
      Column.bytes("strippedLeast", finding -> finding.stripped().least());
  private static final Column<Finding> STRIPPED_MOST =
      Column.bytes("strippedMost", finding -> finding.stripped().most());
  private static final Column<Finding> CONFIDENCE =
      Column.decimal("confidence", finding -> finding.saving().confidence());
  private static final Column<Finding> FIX = Column.lines("fix", Finding::fix);
  private static final Column<Finding> SINCE =
      Column.sentence("since", finding -> finding.remedy().since());
  private static final Column<Finding> TRADE_OFF =
      Column.sentence("tradeOff", finding -> finding.remedy().tradeOff());
  private static final Column<Finding> HELP =
      Column.sentence("help", finding -> finding.remedy().help());

  private static final List<Column<FindingPlace>> PLACE =
      List.of(
          Column.name("label", FindingPlace::label),
          Column.offset("fileOffset", FindingPlace::fileOffset),
          Column.bytes("fileSize", FindingPlace::fileSize));

  /** Refuses null. */
  public LintReport {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(limit, "limit");
  }

  /** All that was found. */
  public LintReport(LintResult result) {
    this(result, RowLimit.NONE);
  }

  private static void refuse(Answer answer, int width, Appendable out) {
    throw new IllegalArgumentException("format: expected one for any answer, found sarif");
  }

  private static List<OutputFormat> formatsWithSarif() {
    List<OutputFormat> formats = new ArrayList<>(OutputFormat.GENERAL);
    formats.add(SARIF);
    return List.copyOf(formats);
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (format.equals(SARIF)) {
      LintSarif.write(result, out);
    } else if (format.equals(OutputFormat.HTML)) {
      LintPage.write(result, members(result.findings()), out);
    } else {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    Cut<Finding> cut =
        limit.cut(
            result.findings(), finding -> finding.rule().id(), finding -> finding.saving().bytes());
    int others = cut.others().size();
    long saving = cut.others().stream().mapToLong(finding -> finding.saving().bytes()).sum();
    Line more = CommonParts.othersLine(others, saving);
    List<Part> parts = new ArrayList<>(LintLines.of(result, cut.shown(), more));
    parts.addAll(LintComment.of(result, cut.shown(), more));
    parts.add(Facts.of(result, List.of(Column.name("file", findings -> findings.file().name()))));
    parts.addAll(members(cut.shown()));
    parts.addAll(CommonParts.others(others, saving));
    parts.add(
        Facts.of(
            result,
            List.of(
                Column.bytes("leavesLeast", findings -> findings.plan().least()),
                Column.bytes("leavesMost", findings -> findings.plan().most()))));
    return new Answer(SCHEMA, result.file().name(), parts);
  }

  /** What was found, and what was left open, for programs. */
  private List<Part> members(List<Finding> shown) {
    return List.of(
        Table.of("findings", shown)
            .columns(
                Medium.OBJECTS,
                List.of(
                    RULE,
                    SEVERITY,
                    MESSAGE,
                    SAVING,
                    BASIS,
                    CONFIDENCE,
                    FIX,
                    SINCE,
                    TRADE_OFF,
                    Column.rows("evidence", LintReport::evidence),
                    HELP,
                    LEAST,
                    MOST,
                    STRIPPED_LEAST,
                    STRIPPED_MOST))
            .in(Medium.OBJECTS)
            .build(),
        Table.of("findings", result.findings())
            .columns(
                Medium.RECORDS,
                List.of(
                    RULE,
                    SEVERITY,
                    MESSAGE,
                    SAVING,
                    BASIS,
                    CONFIDENCE,
                    Column.count("evidenceCount", finding -> finding.places().size()),
                    Column.bytes("evidenceBytes", LintReport::evidenceBytes),
                    FIX,
                    SINCE,
                    TRADE_OFF,
                    HELP,
                    LEAST,
                    MOST,
                    STRIPPED_LEAST,
                    STRIPPED_MOST))
            .in(Medium.RECORDS)
            .build(),
        Table.of("undecided", result.undecided())
            .columns(
                Medium.OBJECTS,
                List.of(
                    Column.<Undecided>word("rule", open -> open.rule().id()),
                    Column.sentence("reason", Undecided::reason)))
            .in(Medium.OBJECTS)
            .build());
  }

  private static Part evidence(Finding finding) {
    return Table.of("evidence", finding.places()).columns(Medium.OBJECTS, PLACE).build();
  }

  private static long evidenceBytes(Finding finding) {
    return finding.places().stream().mapToLong(FindingPlace::fileSize).sum();
  }
}
