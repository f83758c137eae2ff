package dev.weighbridge.formats;

import dev.weighbridge.formats.problems.Diagnostic;

/**
 * Is told what an image says of who needs whom, apart from what its machine code and its {@link
 * RelocationTable} show. Ranges and positions are file offsets.
 */
public interface ReferenceSink {
  /**
   * What lies in {@code [start, end)} is needed from outside.
   *
   * @param start file offset; below 0 for something that has no bytes in the file
   * @param end exclusive
   */
  void root(RootReason reason, long start, long end);

  /**
   * What lies at one place needs what lies at another.
   *
   * @param from file offset of the reference; below 0 if it has no bytes in the file
   * @param to file offset of what it refers to; below 0 for something that has none
   */
  void reference(long from, long to);

  /**
   * Something could not be read to its end, a damaged body for example: the references behind the
   * defect are not told, all others are. Unless overridden, nothing is made of it.
   *
   * @param defect what is wrong, at its file offset
   */
  default void unread(Diagnostic defect) {}
}
