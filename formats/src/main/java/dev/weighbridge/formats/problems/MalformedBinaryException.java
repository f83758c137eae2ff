package dev.weighbridge.formats.problems;

/** A file that breaks the rules of its own format so early that nothing in it can be trusted. */
public final class MalformedBinaryException extends BinaryException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and where.
   *
   * @param structure dotted path of the structure
   * @param fileOffset its file offset in bytes, or -1 if it has no one place
   * @param expected what a sound file has there
   * @param found what this file has there
   */
  public MalformedBinaryException(
      String structure, long fileOffset, String expected, String found) {
    super(structure, fileOffset, expected, found);
  }
}
