package dev.weighbridge.cli;

/** An argument that cannot be used. Its message is the line to show. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which argument, what it should be and what it is. */
  UsageException(String argument, String expected, String found) {
    super(argument + ": expected " + expected + ", found " + found);
  }
}
