package dev.weighbridge.report;

import dev.weighbridge.budget.BudgetCheck;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Whether a file keeps a budget: the answer of the {@code check} command.
 *
 * @param check the verdict on each limit
 */
public record CheckReport(BudgetCheck check) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = List.of(OutputFormat.TEXT, OutputFormat.JSON);

  /** Checks that it is there. */
  public CheckReport {
    Objects.requireNonNull(check, "check");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<BudgetCheck> writer =
        switch (format) {
          case TEXT -> new CheckText();
          case JSON -> new CheckJson();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(check, out);
  }
}
