package dev.weighbridge.formats.pe;

/**
 * The bytes of a table in the file, as far as they are there.
 *
 * @param rva its address relative to the image base
 * @param fileStart first byte in the file
 * @param fileEnd end, exclusive
 */
record PeArea(long rva, long fileStart, long fileEnd) {
  static final PeArea NONE = new PeArea(0, 0, 0);

  long size() {
    return fileEnd - fileStart;
  }

  boolean isEmpty() {
    return fileEnd == fileStart;
  }
}
