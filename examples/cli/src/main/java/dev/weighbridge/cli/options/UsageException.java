package dev.weighbridge.cli.options;

import dev.weighbridge.query.UnknownWordException;

/** An argument that cannot be used. Its message is the line to show. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which argument, what it should be and what it is. */
  public UsageException(String argument, String expected, String found) {
    super(argument + ": expected " + expected + ", found " + found);
  }

  /** Says all of it. */
  public UsageException(String sentence) {
    super(sentence);
  }

  /** The same, told in another sentence. */
  public UsageException at(String sentence) {
    UsageException told = new UsageException(sentence);
    told.initCause(this);
    return told;
  }

  /** Says which argument has a word that the library does not know. */
  public UsageException(String argument, UnknownWordException word) {
    super(argument + ": " + word.getMessage(), word);
  }
}
