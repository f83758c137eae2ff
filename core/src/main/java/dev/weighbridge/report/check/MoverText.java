package dev.weighbridge.report.check;

import dev.weighbridge.budget.BudgetCheck.Verdict;
import dev.weighbridge.budget.Mover;
import dev.weighbridge.report.answer.Figures;
import dev.weighbridge.report.answer.Line;

/** A row that had a part in a limit being broken, in a line. */
final class MoverText {
  private MoverText() {}

  /** As plain text: {@code +1,200 serde_json}. */
  static String of(Mover mover, Verdict verdict) {
    return figure(mover) + " " + mover.label() + tail(mover, verdict);
  }

  /** As a line of a table. */
  static Line line(Mover mover, Verdict verdict) {
    return Line.EMPTY
        .tab(CheckReport.INDENT)
        .add(figure(mover) + " ")
        .label(mover.label())
        .add(tail(mover, verdict));
  }

  private static String figure(Mover mover) {
    return mover.before().isPresent()
        ? Figures.signed(mover.change())
        : Figures.grouped(mover.after());
  }

  /** What it weighs if its growth was told. */
  private static String tail(Mover mover, Verdict verdict) {
    if (mover.before().isEmpty()) {
      return "";
    }
    boolean isNew = mover.before().getAsLong() == 0;
    String unit = verdict.subject().isCount() ? "" : mover.after() == 1 ? " byte" : " bytes";
    return isNew ? " (new)" : " (now " + Figures.grouped(mover.after()) + unit + ")";
  }
}
