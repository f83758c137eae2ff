package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.report.answer.Column;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Fold;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import dev.weighbridge.report.answer.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Findings fit for a comment on a pull request: a table of what was found and what it would save,
 * and folded what to do about each.
 */
final class LintComment {
  /** Places beyond this are summed up. */
  private static final int SHOWN = 6;

  private LintComment() {}

  /**
   * What is told.
   *
   * @param shown those findings that are told one by one
   * @param more what is told of the others; empty if there are none
   */
  static List<Part> of(LintResult result, List<Finding> shown, Line more) {
    List<Part> parts = new ArrayList<>();
    String bytes = ", " + Figures.bytes(result.file().fileSize()) + " (";
    Line head = Line.EMPTY.strongName(result.file().name()).add(bytes).add(result.file().format());
    head = head.add(" " + result.file().machine() + "): " + LintLines.counts(result) + ".");
    parts.add(prose(head));
    parts.add(table(shown));
    if (!more.text().isEmpty()) {
      parts.add(prose(more.add(".")));
    }
    addRest(result, parts);
    List<List<Part>> advice = new ArrayList<>();
    shown.forEach(finding -> advice.add(advice(finding)));
    parts.add(new Fold("What to do", advice));
    return parts;
  }

  private static Part prose(Line line) {
    return Prose.of(Medium.MARKUP, List.of(line));
  }

  private static Table<Finding> table(List<Finding> shown) {
    return Table.of("findings", shown)
        .columns(
            Medium.MARKUP,
            List.of(
                Column.line(LintComment::found).titled("Finding"),
                Column.line(LintComment::saving).titled("Saves"),
                Column.<Finding>word("", finding -> finding.severity().key()).titled("Severity")))
        .ifEmpty(Line.EMPTY)
        .in(Medium.MARKUP)
        .build();
  }

  private static Line found(Finding finding) {
    return Line.EMPTY.name(finding.rule().id()).newLine().quote(finding.message());
  }

  private static Line saving(Finding finding) {
    Saving saving = finding.saving();
    String bytes =
        switch (saving.basis()) {
          case EXACT, COMPUTED, COUNTED -> Figures.grouped(saving.bytes());
          case UPPER_BOUND -> "at most " + Figures.grouped(saving.bytes());
          case ESTIMATED ->
              saving.isRange()
                  ? Figures.grouped(saving.least()) + " to " + Figures.grouped(saving.most())
                  : "about " + Figures.grouped(saving.bytes());
          case UNKNOWN -> "unknown";
        };
    long percent = Math.round(100 * saving.confidence());
    boolean isSure = percent == 100 || saving.basis() == SavingBasis.EXACT;
    return isSure ? Line.of(bytes) : Line.of(bytes).newLine().add(percent + " % sure");
  }

  /** What the table does not say: what is open, and what was kept silent. */
  private static void addRest(LintResult result, List<Part> parts) {
    for (Undecided open : result.undecided()) {
      Line rule = Line.of("Not decided: ").name(open.rule().id());
      parts.add(prose(rule.add(", ").quote(open.reason())));
    }
    if (!result.allowed().isEmpty() || result.known() > 0) {
      String allowed = result.allowed().size() + " allowed by an exception, ";
      parts.add(prose(Line.of(allowed + result.known() + " known from the baseline.")));
    }
    if (!result.expired().isEmpty()) {
      parts.add(prose(Line.of(result.expired().size() + " exceptions have expired.")));
    }
  }

  private static List<Part> advice(Finding finding) {
    List<Part> parts = new ArrayList<>();
    parts.add(
        prose(Line.EMPTY.strongName(finding.rule().id()).add(": ").quote(finding.rule().title())));
    if (!finding.rule().why().isEmpty()) {
      parts.add(prose(Line.EMPTY.quote(finding.rule().why())));
    }
    if (!finding.fix().isEmpty()) {
      parts.add(Prose.of(Medium.MARKUP, finding.fix().stream().map(Line::code).toList()));
    }
    if (!finding.places().isEmpty()) {
      parts.add(Prose.of(Medium.MARKUP, places(finding)));
    }
    Line needs = Line.of("Needs ").quote(finding.remedy().since());
    needs = needs.add("; price: ").quote(finding.remedy().tradeOff()).add(".");
    String help = finding.remedy().help();
    parts.add(prose(help.startsWith("https://") ? needs.add(" More: ").link(help) : needs));
    return parts;
  }

  private static List<Line> places(Finding finding) {
    List<Line> lines = new ArrayList<>();
    int count = finding.places().size();
    for (int i = 0; i < count && i < SHOWN; i++) {
      lines.add(Line.bullet().add(LintLines.place(finding.places().get(i))));
    }
    if (count > SHOWN) {
      lines.add(Line.bullet().add((count - SHOWN) + " more"));
    }
    return lines;
  }
}
