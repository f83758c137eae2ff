package dev.weighbridge.formats.internal.pdb.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.debug.Texts;

/**
 * A name that stays bytes of its stream.
 *
 * @param bytes that it lies in
 * @param start where it begins there
 * @param length its bytes; 0 if there is no name
 */
record PdbName(Bytes bytes, long start, int length) {
  /** The name that begins at a place and ends at a NUL before another; none if there is no NUL. */
  static PdbName at(Bytes bytes, long start, long end) {
    boolean isPlace = start >= 0 && start < end && end <= bytes.length();
    long nul = isPlace ? bytes.indexOf((byte) 0, start, end) : -1;
    return nul < 0 ? new PdbName(bytes, 0, 0) : new PdbName(bytes, start, (int) (nul - start));
  }

  /** Adds it to a column. */
  void addTo(Texts.Builder names) {
    if (length == 0) {
      names.addNone();
    } else {
      names.add(bytes, start, length);
    }
  }
}
