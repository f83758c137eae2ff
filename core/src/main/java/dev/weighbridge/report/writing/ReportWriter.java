package dev.weighbridge.report.writing;

import java.io.IOException;

/**
 * Writes one answer in one format. Writers keep no state between calls: one may be used by several
 * threads, each with its own target.
 *
 * <p>The same answer gives the same characters on every JDK, operating system and locale; lines end
 * with {@code \n}.
 *
 * @param <T> the answer
 */
public interface ReportWriter<T> {
  /**
   * Writes an answer, row by row as it is made.
   *
   * @throws IOException if the target throws it
   */
  void write(T answer, Appendable out) throws IOException;

  /** The whole report as one string; for small ones. */
  default String text(T answer) {
    StringBuilder text = new StringBuilder();
    try {
      write(answer, text);
    } catch (IOException e) {
      throw new IllegalStateException("a string builder does no I/O", e);
    }
    return text.toString();
  }
}
