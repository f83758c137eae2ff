package dev.weighbridge.report.inspect;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/**
 * What the parser knows of a file, before any conclusion: the answer of the {@code inspect}
 * command.
 *
 * @param file the file
 * @param limit rows of each list of symbols, imports and exports; 0 shows all
 */
public record InspectReport(BinaryFile file, int limit) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = List.of(OutputFormat.TEXT, OutputFormat.JSON);

  /** Checks the limit. */
  public InspectReport {
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  /** How many rows of a list are shown. */
  int shown(int count) {
    return limit == 0 ? count : Math.min(limit, count);
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<InspectReport> writer =
        switch (format) {
          case TEXT -> new InspectText();
          case JSON -> new InspectJson();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
