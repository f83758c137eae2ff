package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What is known of one byte: the answer of the {@code explain} command.
 *
 * @param attribution the file it is in
 * @param explanation every layer at its place
 */
public record ExplainReport(Attribution attribution, Explanation explanation) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = List.of(OutputFormat.TEXT, OutputFormat.JSON);

  /** Checks that nothing is missing. */
  public ExplainReport {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(explanation, "explanation");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<ExplainReport> writer =
        switch (format) {
          case TEXT -> new ExplainText();
          case JSON -> new ExplainJson();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
