package dev.weighbridge.report.copies;

import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.generics.GenericList;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The generic items of a file: the answer of the {@code generics} command.
 *
 * @param file the file
 * @param list its generic items, and which of them are shown
 */
public record GenericsReport(BinaryFile file, GenericList list) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /** Checks that nothing is missing. */
  public GenericsReport {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(list, "list");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<GenericsReport> writer =
        switch (format) {
          case TEXT -> new GenericsText(width);
          case JSON -> new GenericsJson();
          case CSV -> new GenericsCsv();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
