package dev.weighbridge.report.lint;

import dev.weighbridge.lint.Finding;
import dev.weighbridge.lint.FindingPlace;
import dev.weighbridge.lint.Findings.Undecided;
import dev.weighbridge.lint.LintResult;
import dev.weighbridge.lint.Saving;
import dev.weighbridge.lint.SavingBasis;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.writing.FoldedTables;
import dev.weighbridge.report.writing.MarkdownText;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;

/**
 * Findings as Markdown fit for a comment on a pull request: a table of what was found and what it
 * would save, and folded what to do about each.
 */
public final class LintMarkdown implements ReportWriter<LintResult> {
  /** FindingPlace beyond this is summed up. */
  private static final int SHOWN = 6;

  private final int room;

  /** A writer of comments. */
  LintMarkdown() {
    this(FoldedTables.COMMENT);
  }

  /**
   * A writer of texts of a length.
   *
   * @param room about how many characters to write at most: folded advice that does not fit is left
   *     out and counted; 0 leaves none out
   */
  LintMarkdown(int room) {
    this.room = room;
  }

  @Override
  public void write(LintResult report, Appendable out) throws IOException {
    StringBuilder first = new StringBuilder();
    MarkdownText top = new MarkdownText(first);
    top.add("**").add(MarkdownText.code(report.file().name())).add("**, ");
    top.add(Figures.grouped(report.file().fileSize())).add(" bytes (");
    top.add(report.file().format()).add(" ").add(report.file().machine()).add("): ");
    top.add(LintText.counts(report)).add(".").end();
    if (!report.findings().isEmpty()) {
      top.end().table("Finding", "Saves", "Severity");
      for (Finding finding : report.findings()) {
        String rule = MarkdownText.code(finding.rule().id());
        String message = MarkdownText.prose(finding.message());
        top.cells(rule + "<br>" + message, saving(finding.saving()), finding.severity().key());
      }
    }
    rest(report, top);
    out.append(first);
    FoldedTables advice = new FoldedTables(out, room == 0 ? 0 : Math.max(1, room - first.length()));
    advice.summary("What to do");
    for (Finding finding : report.findings()) {
      advice.add(text -> advice(finding, text));
    }
    advice.end();
  }

  /** What the table does not say: what is open, and what was kept silent. */
  private static void rest(LintResult report, MarkdownText top) throws IOException {
    for (Undecided open : report.undecided()) {
      top.end().add("Not decided: ").add(MarkdownText.code(open.rule().id())).add(", ");
      top.add(MarkdownText.prose(open.reason())).end();
    }
    if (!report.allowed().isEmpty() || report.known() > 0) {
      top.end().add(report.allowed().size() + " allowed by an exception, ");
      top.add(report.known() + " known from the baseline.").end();
    }
    if (!report.expired().isEmpty()) {
      top.end().add(report.expired().size() + " exceptions have expired.").end();
    }
  }

  private static String saving(Saving saving) {
    String bytes =
        switch (saving.basis()) {
          case EXACT, COUNTED -> Figures.grouped(saving.bytes());
          case UPPER_BOUND -> "at most " + Figures.grouped(saving.bytes());
          case ESTIMATED -> "about " + Figures.grouped(saving.bytes());
          case UNKNOWN -> "unknown";
        };
    long percent = Math.round(100 * saving.confidence());
    boolean isSure = percent == 100 || saving.basis() == SavingBasis.EXACT;
    return isSure ? bytes : bytes + "<br>" + percent + " % sure";
  }

  private static void advice(Finding finding, MarkdownText text) throws IOException {
    text.add("**").add(MarkdownText.code(finding.rule().id())).add("**: ");
    text.add(MarkdownText.prose(finding.rule().title())).end().end();
    if (!finding.rule().why().isEmpty()) {
      text.add(MarkdownText.prose(finding.rule().why())).end().end();
    }
    if (!finding.fix().isEmpty()) {
      text.block(finding.fix()).end();
    }
    places(finding, text);
    text.add("Needs ").add(MarkdownText.prose(finding.rule().since())).add("; price: ");
    text.add(MarkdownText.prose(finding.rule().tradeOff())).add(".");
    String help = finding.rule().help();
    if (help.startsWith("https://")) {
      text.add(" More: <").add(help.replace(">", "%3E")).add(">");
    }
    text.end().end();
  }

  private static void places(Finding finding, MarkdownText text) throws IOException {
    int count = finding.places().size();
    for (int i = 0; i < count && i < SHOWN; i++) {
      FindingPlace places = finding.places().get(i);
      text.add("- ").add(MarkdownText.code(places.label()));
      if (places.fileSize() > 0) {
        text.add(", ").add(Figures.grouped(places.fileSize())).add(" bytes");
      }
      if (places.fileOffset() >= 0) {
        text.add(" at ").add(Figures.hex(places.fileOffset()));
      }
      text.end();
    }
    if (count > SHOWN) {
      text.add("- " + (count - SHOWN) + " more").end();
    }
    if (count > 0) {
      text.end();
    }
  }
}
