package dev.weighbridge.cli;

import dev.weighbridge.formats.problems.BinaryException;

/** A file that no format can read. Its message is the line to show. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which file, and what the reader said of it. */
  InputException(String file, BinaryException why) {
    super(file + ": " + why.getMessage(), why);
  }
}
