package dev.weighbridge.formats.problems;

/** A file of a format, or of a variant of a format, that no installed reader understands. */
public final class UnsupportedBinaryException extends BinaryException {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong and where.
   *
   * @param structure dotted path of the structure
   * @param fileOffset its file offset in bytes, or -1 if it has no one place
   * @param expected what a supported file has there
   * @param found what this file has there
   */
  public UnsupportedBinaryException(
      String structure, long fileOffset, String expected, String found) {
    super(structure, fileOffset, expected, found);
  }
}
