package dev.weighbridge.cli.input;

import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;

/** A file that no format can read. Its message is the line to show. */
public final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean isNoBinary;

  /** Says which file, and what the reader said of it. */
  public InputException(String file, BinaryException why) {
    super(file + ": " + why.getMessage(), why);
    // What no format recognises is told of the file as a whole.
    isNoBinary = why instanceof UnsupportedBinaryException && why.structure().equals("file");
  }

  /** Says that a directory is no binary; packages may be one. */
  public InputException(String directory) {
    super(directory + ": expected a regular file, found a directory");
    isNoBinary = true;
  }

  /** Whether the file is no binary at all, so that it may be a package. */
  public boolean isNoBinary() {
    return isNoBinary;
  }
}
