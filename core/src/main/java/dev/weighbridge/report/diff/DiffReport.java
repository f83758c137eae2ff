package dev.weighbridge.report.diff;

import dev.weighbridge.diff.DiffSelection;
import dev.weighbridge.diff.SizeDiff;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.answer.Answer;
import java.io.IOException;
import java.util.Objects;

/**
 * What changed between two builds: the answer of the {@code diff} command.
 *
 * @param diff the builds
 * @param selection which rows are shown, and in what order
 */
public record DiffReport(SizeDiff diff, DiffSelection selection) implements Report {
  /** Checks that nothing is missing. */
  public DiffReport {
    Objects.requireNonNull(diff, "diff");
    Objects.requireNonNull(selection, "selection");
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    if (format.equals(OutputFormat.HTML)) {
      new DiffPage(diff, selection.rows()).write(out);
    } else {
      Report.super.write(format, width, out);
    }
  }

  @Override
  public Answer answer() {
    return new DiffParts(diff, selection).answer();
  }
}
