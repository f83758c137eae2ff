package dev.weighbridge.formats.bytes;

import java.nio.file.FileSystemException;

/** What was to be read is there, but no regular file: a directory, a device, a pipe. */
public final class NotAFileException extends FileSystemException {
  private static final long serialVersionUID = 1L;

  /**
   * Tells what was found.
   *
   * @param file the name of what is no file
   * @param reason what was expected and found
   */
  public NotAFileException(String file, String reason) {
    super(file, null, reason);
  }
}
