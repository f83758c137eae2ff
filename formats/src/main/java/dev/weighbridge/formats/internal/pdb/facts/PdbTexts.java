package dev.weighbridge.formats.internal.pdb.facts;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.NAMES_SIGNATURE;

import dev.weighbridge.formats.bytes.Bytes;

/** The texts that a program database keeps once: paths of files. LLVM, The PDB String Table. */
record PdbTexts(Bytes bytes) {
  private static final int HEADER = 12;

  /** The texts of the stream that is called by that name; none if it is of another form. */
  static PdbTexts of(Bytes stream) {
    if (stream.length() < HEADER || stream.i32(0) != NAMES_SIGNATURE) {
      return new PdbTexts(stream.slice(0, 0));
    }
    long end = Math.min(stream.length(), HEADER + stream.u32(8));
    return new PdbTexts(stream.slice(HEADER, end));
  }

  /** Bytes of the text at a place, -1 if there is none. */
  int length(long start) {
    long nul = start < bytes.length() ? bytes.indexOf((byte) 0, start, bytes.length()) : -1;
    return (int) (nul < 0 ? -1 : nul - start);
  }
}
