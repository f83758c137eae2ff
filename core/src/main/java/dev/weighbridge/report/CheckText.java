package dev.weighbridge.report;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Limit;
import dev.weighbridge.report.answer.SafeText;
import dev.weighbridge.report.writing.ReportWriter;
import dev.weighbridge.report.writing.TextLine;
import java.io.IOException;

/** A budget check for people: one line for each limit. */
public final class CheckText implements ReportWriter<BudgetCheck> {
  private static final int INDENT = 9;

  @Override
  public void write(BudgetCheck check, Appendable out) throws IOException {
    TextLine line = new TextLine(out);
    int broken = check.broken().size();
    line.add(SafeText.of(check.file().name())).add(": ");
    line.add(broken == 0 ? "within its budget" : "over its budget").add(", ");
    line.add(broken + " of " + check.verdicts().size() + " limits broken").end();
    line.end();
    for (Verdict verdict : check.verdicts()) {
      line.left(verdict.passes() ? "ok" : "broken", INDENT);
      line.add(SafeText.of(verdict.message())).end();
    }
    for (Limit limit : check.unchecked()) {
      line.left("open", INDENT).add(SafeText.of(limit.subject().text()));
      line.add(": growth is limited, but no --baseline was given").end();
    }
  }
}
