package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.lint.Severity;
import dev.weighbridge.lint.Suppression;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;

/** Findings for people: most severe first, each with what to do. */
final class LintText implements ReportWriter<LintResult> {
  private static final int INDENT = 9;

  /** FindingPlace beyond this is summed up. */
  private static final int SHOWN = 4;

  @Override
  public void write(LintResult report, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    line.add(SafeText.of(report.file().name())).add(": ").add(report.file().format()).add(" ");
    line.add(report.file().machine()).add(", ").add(Figures.grouped(report.file().fileSize()));
    line.add(" bytes in the file; ").add(counts(report)).end();
    for (Finding finding : report.findings()) {
      line.end();
      finding(finding, line);
    }
    if (!report.undecided().isEmpty()) {
      line.end();
      line.add("Not decided").end();
      for (Undecided open : report.undecided()) {
        line.pad(INDENT).add(open.rule().id()).add(": ").add(SafeText.of(open.reason())).end();
      }
    }
    exceptions(report, line);
  }

  /** How many findings there are of each severity: {@code 1 error, 2 warnings}. */
  static String counts(LintResult report) {
    StringBuilder text = new StringBuilder();
    for (Severity severity : new Severity[] {Severity.ERROR, Severity.WARNING, Severity.NOTE}) {
      long count =
          report.findings().stream().filter(finding -> finding.severity() == severity).count();
      if (count > 0) {
        text.append(text.length() == 0 ? "" : ", ").append(count).append(' ');
        text.append(severity.key()).append(count == 1 ? "" : "s");
      }
    }
    return text.length() == 0 ? "nothing found" : text.toString();
  }

  private static void finding(Finding finding, TextLine line) throws IOException {
    line.left(finding.severity().key(), INDENT).add(finding.rule().id());
    line.add(": ").add(saving(finding.saving())).end();
    line.pad(INDENT).add(SafeText.of(finding.message())).end();
    for (int i = 0; i < finding.places().size() && i < SHOWN; i++) {
      FindingPlace places = finding.places().get(i);
      line.pad(INDENT).add("- ").add(SafeText.of(places.label()));
      if (places.fileSize() > 0) {
        line.add(", ").add(Figures.grouped(places.fileSize())).add(" bytes");
      }
      if (places.fileOffset() >= 0) {
        line.add(" at ").add(Figures.hex(places.fileOffset()));
      }
      line.end();
    }
    if (finding.places().size() > SHOWN) {
      line.pad(INDENT).add("- [" + (finding.places().size() - SHOWN) + " others]").end();
    }
    for (int i = 0; i < finding.fix().size(); i++) {
      line.pad(INDENT).left(i == 0 ? "fix" : "", 8).add(finding.fix().get(i)).end();
    }
    line.pad(INDENT).left("needs", 8).add(finding.rule().since()).end();
    line.pad(INDENT).left("price", 8).add(finding.rule().tradeOff()).end();
    if (!finding.rule().help().isEmpty()) {
      line.pad(INDENT).left("more", 8).add(finding.rule().help()).end();
    }
  }

  private static String saving(Saving saving) {
    if (saving.basis() == SavingBasis.UNKNOWN) {
      return "saving unknown" + confidence(saving);
    }
    String bytes = Figures.grouped(saving.bytes()) + " bytes";
    return switch (saving.basis()) {
      case EXACT -> "saves exactly " + bytes;
      case UPPER_BOUND -> "saves at most " + bytes + confidence(saving);
      case ESTIMATED -> "saves about " + bytes + confidence(saving);
      default -> "saves " + bytes + confidence(saving);
    };
  }

  private static String confidence(Saving saving) {
    long percent = Math.round(100 * saving.confidence());
    return percent == 100 ? "" : ", confidence " + percent + " %";
  }

  private static void exceptions(LintResult report, TextLine line) throws IOException {
    if (report.allowed().isEmpty() && report.expired().isEmpty() && report.known() == 0) {
      return;
    }
    line.end();
    for (LintResult.Allowed allowed : report.allowed()) {
      line.left("allowed", INDENT).add(allowed.finding().rule().id()).add(": ");
      line.add(SafeText.of(allowed.suppression().reason())).end();
    }
    for (Suppression suppression : report.expired()) {
      line.left("expired", INDENT).add(suppression.rule()).add(": allowed until ");
      line.add(suppression.expires().map(Object::toString).orElse("-")).add(", ");
      line.add(SafeText.of(suppression.reason())).end();
    }
    if (report.known() > 0) {
      line.left("known", INDENT).add(report.known() + " in the baseline").end();
    }
  }
}
