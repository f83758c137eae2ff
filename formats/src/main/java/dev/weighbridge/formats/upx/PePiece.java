package dev.weighbridge.formats.upx;

/**
 * Bytes of the original and what of the packed file makes them.
 *
 * @param place in the original
 * @param size bytes there, at least one
 * @param start in what comes out of the packed data
 * @param end where what they cost ends there: for copied bytes also behind those that no file has
 * @param form how they are made
 */
record PePiece(long place, long size, long start, long end, Form form) {
  /** How bytes are made. */
  enum Form {
    /** They come out of the packed data, byte by byte. */
    COPIED,
    /** They are made of something shorter that comes out, which they share. */
    MADE,
    /** The packed file has them as they are, with so many bytes. */
    KEPT
  }

  static PePiece kept(long place, long size, long bytes) {
    return new PePiece(place, size, 0, bytes, Form.KEPT);
  }

  boolean isKept() {
    return form == Form.KEPT;
  }

  long placeEnd() {
    return place + size;
  }
}
