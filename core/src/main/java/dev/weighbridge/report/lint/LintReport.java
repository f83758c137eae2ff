package dev.weighbridge.report.lint;

import dev.weighbridge.lint.LintResult;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * What a linter says of a file: the answer of the {@code lint} command.
 *
 * @param result findings, open questions and exceptions
 */
public record LintReport(LintResult result) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(
          OutputFormat.TEXT,
          OutputFormat.JSON,
          OutputFormat.CSV,
          OutputFormat.MARKDOWN,
          OutputFormat.HTML,
          OutputFormat.SARIF);

  /** Checks that it is there. */
  public LintReport {
    Objects.requireNonNull(result, "result");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<LintResult> writer =
        switch (format) {
          case TEXT -> new LintText();
          case JSON -> new LintJson();
          case CSV -> new LintCsv();
          case MARKDOWN -> new LintMarkdown();
          case HTML -> new LintHtml();
          case SARIF -> new LintSarif();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(result, out);
  }
}
