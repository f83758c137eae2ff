package dev.weighbridge.report.inspect;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.crates.CratePolicy;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * Every leaf span of a file, in the order of the file, then the memory-only ones: the answer of the
 * {@code spans} command.
 *
 * @param attribution the file with its owners
 * @param policy which crate owns a span
 */
public record SpanReport(Attribution attribution, CratePolicy policy) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS =
      List.of(OutputFormat.TEXT, OutputFormat.CSV, OutputFormat.JSON);

  /** Checks that nothing is missing. */
  public SpanReport {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(policy, "policy");
  }

  /** Spans with crates by the usual policy: generics of std are of whose type caused them. */
  public SpanReport(Attribution attribution) {
    this(attribution, CratePolicy.RESPONSIBLE);
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<SpanReport> writer =
        switch (format) {
          case TEXT -> new SpanText();
          case CSV -> new SpanCsv();
          case JSON -> new SpanJson();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
