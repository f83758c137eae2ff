package dev.weighbridge.report.copies;

import dev.weighbridge.duplicates.DuplicateList;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What stands in a file more than once: the answer of the {@code duplicates} command.
 *
 * @param list the rows
 */
public record DuplicatesReport(DuplicateList list) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /** Checks that it is there. */
  public DuplicatesReport {
    Objects.requireNonNull(list, "list");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<DuplicateList> writer =
        switch (format) {
          case TEXT -> new DuplicatesText(width);
          case JSON -> new DuplicatesJson();
          case CSV -> new DuplicatesCsv();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(list, out);
  }
}
