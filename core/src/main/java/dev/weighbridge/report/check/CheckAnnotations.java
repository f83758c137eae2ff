package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.budget.BudgetCheck.Unchecked;
import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.report.answer.SafeText;
import java.io.IOException;
import java.util.List;

/**
 * A check as commands for a runner of GitHub Actions, which shows them beside the limits. It shows
 * no more than ten errors of a step, so the last one counts what is left out.
 */
final class CheckAnnotations {
  private static final int ERRORS = 10;

  private final BudgetCheck check;
  private final Appendable out;

  private CheckAnnotations(BudgetCheck check, Appendable out) {
    this.check = check;
    this.out = out;
  }

  static void write(BudgetCheck check, Appendable out) throws IOException {
    new CheckAnnotations(check, out).write();
  }

  private void write() throws IOException {
    List<Verdict> broken = check.broken();
    int shown = broken.size() > ERRORS ? ERRORS - 1 : broken.size();
    for (Verdict verdict : broken.subList(0, shown)) {
      String title = CheckPlace.title(verdict.limit(), verdict.subject());
      command("error", CheckPlace.line(verdict.limit()), title, CheckPlace.text(verdict));
    }
    if (shown < broken.size()) {
      String more = (broken.size() - shown) + " more limits are broken";
      command("error", 1, "Size budget", more);
    }
    for (Unchecked open : check.unchecked().subList(0, Math.min(1, check.unchecked().size()))) {
      int more = check.unchecked().size() - 1;
      String others = more == 0 ? "" : "; and " + more + " more";
      String text = "Not checked: " + open.message() + others;
      command("notice", CheckPlace.line(open.limit()), "Size budget", text);
    }
    if (broken.isEmpty()) {
      int limits = check.verdicts().size();
      String kept = "within its budget of " + limits + (limits == 1 ? " limit" : " limits");
      command("notice", 1, "Size budget", kept);
    }
  }

  private void command(String severity, int line, String title, String text) throws IOException {
    out.append("::").append(severity).append(" file=").append(property(CheckPlace.path(check)));
    out.append(",line=").append(Integer.toString(line));
    out.append(",title=").append(property(title)).append("::");
    String before = check.file().name() + ": ";
    for (String part : List.of(text.split("\n", -1))) {
      out.append(data(before + part));
      before = "\n";
    }
    out.append('\n');
  }

  /** What the runner would take for the end of a command is escaped, and it undoes that. */
  private static String data(String text) {
    boolean isNext = text.startsWith("\n");
    String safe = SafeText.of(isNext ? text.substring(1) : text).replace("%", "%25");
    return isNext ? "%0A" + safe : safe;
  }

  private static String property(String text) {
    return SafeText.of(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C");
  }
}
