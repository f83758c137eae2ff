package dev.weighbridge.report;

import dev.weighbridge.report.writing.ReportWriter;
import java.io.IOException;
import java.util.List;

/**
 * An answer that can be written down, in the formats that suit it.
 *
 * <p>The same answer gives the same characters on every JDK, operating system and locale; lines end
 * with {@code \n}. A report keeps no state of its writing: several threads may write it, each to
 * its own target. Only the names of a {@link NameReport} are there once.
 */
public interface Report {

  /** The width of text where none is asked for, in characters. */
  int DEFAULT_WIDTH = 100;

  /** The formats it can be written in, {@link OutputFormat#TEXT} first. */
  List<OutputFormat> formats();

  /**
   * Writes it, row by row as it is made.
   *
   * @param format one of {@link #formats}
   * @param width characters that a line of a table of text may have: longer names are cut in their
   *     middle; 0 leaves them whole; of no meaning to other formats
   * @param out what the characters are appended to; not closed
   * @throws IllegalArgumentException if this report has no such format
   * @throws IOException if the target throws it
   */
  void write(OutputFormat format, int width, Appendable out) throws IOException;

  /**
   * Writes it with the usual width.
   *
   * @throws IllegalArgumentException if this report has no such format
   * @throws IOException if the target throws it
   */
  default void write(OutputFormat format, Appendable out) throws IOException {
    write(format, DEFAULT_WIDTH, out);
  }

  /**
   * The whole of it as one string; for small ones.
   *
   * @throws IllegalArgumentException if this report has no such format
   */
  default String text(OutputFormat format) {
    ReportWriter<Report> writer = (report, out) -> report.write(format, out);
    return writer.text(this);
  }
}
