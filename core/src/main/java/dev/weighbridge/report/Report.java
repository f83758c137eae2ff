package dev.weighbridge.report;

import dev.weighbridge.report.answer.Answer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * An answer that can be written down, in every {@link OutputFormat} that writes any answer, and
 * perhaps in some of its own.
 *
 * <p>The same answer gives the same characters on every JDK, operating system and locale; lines end
 * with {@code \n}. A report keeps no state of its writing: several threads may write it, each to
 * its own target. Only an answer that reads its rows from a stream is there once.
 */
public interface Report {
  /** The width of text where none is asked for, in characters. */
  int DEFAULT_WIDTH = 100;

  /** What there is to be written, for every format alike. */
  Answer answer();

  /** The formats it is known to read well in, {@link OutputFormat#TEXT} first. */
  default List<OutputFormat> formats() {
    return OutputFormat.GENERAL;
  }

  /**
   * Writes it, row by row as it is made.
   *
   * @param format one of {@link #formats}, or any other that writes any answer
   * @param width characters that a line of a table of text may have: longer names are cut in their
   *     middle; 0 leaves them whole; of no meaning to other formats
   * @param out what the characters are appended to; not closed
   * @throws IllegalArgumentException if the format is for other reports only
   * @throws IOException if the target throws it
   */
  default void write(OutputFormat format, int width, Appendable out) throws IOException {
    format.writer().write(answer(), width, out);
  }

  /**
   * Writes it with the usual width; errors as for {@link #write(OutputFormat, int, Appendable)}.
   *
   * @throws IOException if the target throws it
   */
  default void write(OutputFormat format, Appendable out) throws IOException {
    write(format, DEFAULT_WIDTH, out);
  }

  /**
   * Writes it to a file, in UTF-8, that is whole or as it was; see {@link AtomicFile}. Other errors
   * as for {@link #write(OutputFormat, int, Appendable)}.
   *
   * @throws IOException if the file cannot be written
   */
  default void write(OutputFormat format, Path file) throws IOException {
    Objects.requireNonNull(format, "format");
    AtomicFile.of(file)
        .write(
            stream -> {
              Writer text =
                  new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
              write(format, text);
              text.flush();
            });
  }

  /**
   * The whole of it as one string; for small ones.
   *
   * @throws IllegalArgumentException if the format is for other reports only
   */
  default String text(OutputFormat format) {
    StringBuilder text = new StringBuilder();
    try {
      write(format, text);
    } catch (IOException e) {
      throw new IllegalStateException("a string builder does no I/O", e);
    }
    return text.toString();
  }
}
