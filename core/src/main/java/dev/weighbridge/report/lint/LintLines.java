package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Plan;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.Suppression;
import dev.weighbridge.report.answer.CommonParts;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;
import dev.weighbridge.report.answer.Medium;
import dev.weighbridge.report.answer.Part;
import dev.weighbridge.report.answer.Prose;
import java.util.ArrayList;
import java.util.List;

/** Findings as lines of text: most severe first, each with what to do. */
final class LintLines {
  private static final int INDENT = 9;
  private static final int ADVICE = INDENT + 8;

  /** Places beyond this are summed up. */
  private static final int SHOWN = 4;

  private static final Line INDENTED = Line.EMPTY.tab(INDENT);

  private LintLines() {}

  /**
   * What is told.
   *
   * @param shown those findings that are told one by one
   * @param more what is told of the others; empty if there are none
   */
  static List<Part> of(LintResult result, List<Finding> shown, Line more) {
    List<Part> parts = new ArrayList<>();
    Line head = CommonParts.sizedLine(result.file()).add("; " + counts(result));
    parts.add(Prose.of(Medium.TEXT, List.of(head)));
    for (Finding finding : shown) {
      parts.add(Prose.of(Medium.TEXT, finding(finding)));
    }
    if (!more.text().isEmpty()) {
      parts.add(Prose.of(Medium.TEXT, List.of(more)));
    }
    if (!result.undecided().isEmpty()) {
      parts.add(Prose.of(Medium.TEXT, undecided(result)));
    }
    if (result.plan().isUseful()) {
      parts.add(Prose.of(Medium.TEXT, plan(result.plan())));
    }
    List<Line> exceptions = exceptions(result);
    if (!exceptions.isEmpty()) {
      parts.add(Prose.of(Medium.TEXT, exceptions));
    }
    return parts;
  }

  /** How many findings there are of each severity: {@code 1 error, 2 warnings}. */
  static String counts(LintResult result) {
    List<String> counts = new ArrayList<>();
    for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.NOTE}) {
      long count =
          result.findings().stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        counts.add(count + " " + severity.key() + (count == 1 ? "" : "s"));
      }
    }
    return counts.isEmpty() ? "nothing found" : String.join(", ", counts);
  }

  private static List<Line> finding(Finding finding) {
    List<Line> lines = new ArrayList<>();
    Line rule = Line.of(finding.severity().key()).tab(INDENT).quote(finding.rule().id());
    lines.add(rule.add(": " + saving(finding.saving()) + stripped(finding)));
    lines.add(INDENTED.quote(finding.message()));
    for (int i = 0; i < finding.places().size() && i < SHOWN; i++) {
      lines.add(INDENTED.add("- ").add(place(finding.places().get(i))));
    }
    if (finding.places().size() > SHOWN) {
      lines.add(INDENTED.add("- [" + (finding.places().size() - SHOWN) + " others]"));
    }
    for (int i = 0; i < finding.fix().size(); i++) {
      lines.add(advice(i == 0 ? "fix" : "").name(finding.fix().get(i)));
    }
    lines.add(advice("needs").quote(finding.remedy().since()));
    lines.add(advice("price").quote(finding.remedy().tradeOff()));
    if (!finding.remedy().help().isEmpty()) {
      lines.add(advice("more").name(finding.remedy().help()));
    }
    return lines;
  }

  private static Line advice(String what) {
    return INDENTED.add(what).tab(ADVICE);
  }

  /** A place with its bytes and its offset, as far as it has them. */
  static Line place(FindingPlace place) {
    Line line = Line.EMPTY.name(place.label());
    if (place.fileSize() > 0) {
      line = line.add(", " + Figures.bytes(place.fileSize()));
    }
    return place.fileOffset() < 0 ? line : line.add(" at " + Figures.hex(place.fileOffset()));
  }

  private static String saving(Saving saving) {
    if (saving.basis() == SavingBasis.UNKNOWN) {
      return "saving unknown" + confidence(saving);
    }
    String bytes = Figures.bytes(saving.bytes());
    if (saving.isRange()) {
      String range = Figures.grouped(saving.least()) + " to " + Figures.grouped(saving.most());
      return "saves " + range + " bytes" + confidence(saving);
    }
    return switch (saving.basis()) {
      case EXACT -> "saves exactly " + bytes;
      case UPPER_BOUND -> "saves at most " + bytes + confidence(saving);
      case ESTIMATED -> "saves about " + bytes + confidence(saving);
      default -> "saves " + bytes + confidence(saving);
    };
  }

  /** What it saves once names are gone, if that is another figure. */
  private static String stripped(Finding finding) {
    Saving stripped = finding.stripped();
    if (stripped.equals(finding.saving())) {
      return "";
    }
    String figure =
        stripped.isRange()
            ? Figures.grouped(stripped.least()) + " to " + Figures.grouped(stripped.most())
            : Figures.grouped(stripped.bytes());
    return "; once stripped " + figure;
  }

  private static String confidence(Saving saving) {
    long percent = Math.round(100 * saving.confidence());
    return percent == 100 ? "" : ", confidence " + percent + " %";
  }

  /** What all of it together leaves, and whose savings are partly the same bytes. */
  private static List<Line> plan(Plan plan) {
    List<Line> lines = new ArrayList<>();
    String least = Figures.grouped(plan.least());
    String most = Figures.grouped(plan.most());
    String range = least.equals(most) ? most : least + " to " + most;
    lines.add(
        Line.of("Together")
            .tab(INDENT)
            .add("leaves " + range + " of " + Figures.bytes(plan.fileSize())));
    plan.shared()
        .forEach(
            (part, rules) ->
                lines.add(
                    INDENTED
                        .add("- the same bytes of ")
                        .quote(part)
                        .add(": " + String.join(", ", rules))));
    return lines;
  }

  private static List<Line> undecided(LintResult result) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("Not decided"));
    for (Undecided open : result.undecided()) {
      lines.add(INDENTED.quote(open.rule().id()).add(": ").quote(open.reason()));
    }
    return lines;
  }

  private static List<Line> exceptions(LintResult result) {
    List<Line> lines = new ArrayList<>();
    for (LintResult.Allowed allowed : result.allowed()) {
      Line rule = Line.of("allowed").tab(INDENT).quote(allowed.finding().rule().id());
      lines.add(rule.add(": ").quote(allowed.suppression().reason()));
    }
    for (Suppression suppression : result.expired()) {
      String until = suppression.expires().map(Object::toString).orElse("-");
      Line rule = Line.of("expired").tab(INDENT).quote(suppression.rule());
      lines.add(rule.add(": allowed until " + until + ", ").quote(suppression.reason()));
    }
    if (result.known() > 0) {
      lines.add(Line.of("known").tab(INDENT).add(result.known() + " in the baseline"));
    }
    return lines;
  }
}
