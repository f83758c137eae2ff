package dev.weighbridge.formats.pe.headers;

/**
 * The bytes of a table in the file, as far as they are there.
 *
 * @param rva its address relative to the image base
 * @param fileStart first byte in the file
 * @param fileEnd end, exclusive
 */
public record PeArea(long rva, long fileStart, long fileEnd) {
  /** No bytes. */
  public static final PeArea NONE = new PeArea(0, 0, 0);

  /** How many bytes there are. */
  public long size() {
    return fileEnd - fileStart;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return fileEnd == fileStart;
  }
}
