package dev.weighbridge.report;

import dev.weighbridge.diff.BuildComparison;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Builds of one program side by side: the answer of the {@code compare} command.
 *
 * @param comparison the builds and the steps between them
 */
public record CompareReport(BuildComparison comparison) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV, OutputFormat.MARKDOWN);

  /** Checks that it is there. */
  public CompareReport {
    Objects.requireNonNull(comparison, "comparison");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<BuildComparison> writer =
        switch (format) {
          case TEXT -> new CompareText(width);
          case JSON -> new CompareJson();
          case CSV -> new CompareCsv();
          case MARKDOWN -> new CompareMarkdown();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(comparison, out);
  }
}
