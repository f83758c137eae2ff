package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.FEATURE_MINIMAL_DEBUG_INFO;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.pe.directories.PeCodeView;

/**
 * The PDB stream: which build the file belongs to. LLVM, The PDB Info Stream.
 *
 * @param guid as text
 * @param isMinimal whether symbols stayed in the objects: {@code /DEBUG:FASTLINK}
 */
record PdbInfo(String guid, boolean isMinimal) {
  private static final int HEADER = 28;

  static PdbInfo of(Bytes stream) {
    Cursor cursor = new Cursor(stream, "pdb.info");
    cursor.skip(HEADER);
    String guid = PeCodeView.guid(stream, HEADER - 16);
    passNamedStreams(cursor);
    boolean isMinimal = false;
    while (cursor.remaining() >= 4) {
      isMinimal |= cursor.i32() == FEATURE_MINIMAL_DEBUG_INFO;
    }
    return new PdbInfo(guid, isMinimal);
  }

  /** A hash table: texts, then which buckets are in use, then their pairs. */
  private static void passNamedStreams(Cursor cursor) {
    cursor.skip(cursor.u32());
    long size = cursor.u32();
    cursor.skip(4);
    cursor.skip(4 * cursor.u32());
    cursor.skip(4 * cursor.u32());
    cursor.skip(8 * Math.min(size, cursor.remaining() / 8));
  }
}
