package dev.weighbridge.report.answer;

import java.io.IOException;

/**
 * Writes any answer in one format. Writers keep no state between calls: one may be used by several
 * threads, each with its own target.
 *
 * <p>The same answer gives the same characters on every JDK, operating system and locale; lines end
 * with {@code \n}. Names that a file chose are written so that they do no harm where the format is
 * read; {@link SafeText} does it.
 */
public interface AnswerWriter {
  /**
   * Writes an answer, row by row as it is made.
   *
   * @param width characters that a line of a table of text may have: longer names are cut in their
   *     middle; 0 leaves them whole; of no meaning to other formats
   * @param out what the characters are appended to; not closed
   * @throws IOException if the target throws it
   */
  void write(Answer answer, int width, Appendable out) throws IOException;
}
