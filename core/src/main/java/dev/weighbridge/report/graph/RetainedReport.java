package dev.weighbridge.report.graph;

import dev.weighbridge.graph.RetainedTree;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What each item of a file keeps in it: the answer of the {@code retained} command.
 *
 * @param tree the rows
 */
public record RetainedReport(RetainedTree tree) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.JSON, OutputFormat.CSV);

  /** Checks that it is there. */
  public RetainedReport {
    Objects.requireNonNull(tree, "tree");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<RetainedTree> writer =
        switch (format) {
          case TEXT -> new RetainedText(width);
          case JSON -> new RetainedJson();
          case CSV -> new RetainedCsv();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(tree, out);
  }
}
