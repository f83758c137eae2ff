package dev.weighbridge.report.inspect;

import dev.weighbridge.demangle.HashVisibility;
import dev.weighbridge.report.OutputFormat;
import dev.weighbridge.report.Report;
import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/**
 * Symbol names to be made readable, one after the other.
 *
 * @param source where they come from; read once
 * @param hashes whether hashes and crate disambiguators are shown
 */
public record NameReport(Source source, HashVisibility hashes) implements Report {
  /** What it can be written as. */
  public static final List<OutputFormat> FORMATS = List.of(OutputFormat.TEXT, OutputFormat.JSON);

  /** Gives names until there are no more. */
  public interface Source {
    /**
     * The next name, or {@code null} at the end.
     *
     * @throws IOException if reading fails
     */
    String next() throws IOException;

    /** The names of a list. */
    static Source of(Iterable<String> names) {
      Iterator<String> iterator = names.iterator();
      return () -> iterator.hasNext() ? iterator.next() : null;
    }
  }

  /** Checks that nothing is missing. */
  public NameReport {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(hashes, "hashes");
  }

  @Override
  public List<OutputFormat> formats() {
    return FORMATS;
  }

  @Override
  public void write(OutputFormat format, int width, Appendable out) throws IOException {
    ReportWriter<NameReport> writer =
        switch (format) {
          case TEXT -> new NameText();
          case JSON -> new NameJson();
          default -> throw format.isNoneOf(FORMATS);
        };
    writer.write(this, out);
  }
}
