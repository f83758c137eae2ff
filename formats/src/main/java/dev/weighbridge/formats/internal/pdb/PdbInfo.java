package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.FEATURE_MINIMAL_DEBUG_INFO;
import static dev.weighbridge.formats.internal.pdb.PdbConstants.STREAM_NAMES;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.pe.directories.PeCodeView;

/**
 * The PDB stream: which build the file belongs to. LLVM, The PDB Info Stream.
 *
 * @param guid as text
 * @param isMinimal whether symbols stayed in the objects: {@code /DEBUG:FASTLINK}
 * @param namesStream number of the stream of texts, -1 if there is none
 */
public record PdbInfo(String guid, boolean isMinimal, int namesStream) {
  private static final int HEADER = 28;

  static PdbInfo of(Bytes stream) {
    Cursor cursor = new Cursor(stream, "pdb.info");
    cursor.skip(HEADER);
    String guid = PeCodeView.guid(stream, HEADER - 16);
    int namesStream = namesStream(stream, cursor);
    boolean isMinimal = false;
    while (cursor.remaining() >= 4) {
      isMinimal |= cursor.i32() == FEATURE_MINIMAL_DEBUG_INFO;
    }
    return new PdbInfo(guid, isMinimal, namesStream);
  }

  /** Reads a hash table: texts, then which buckets are in use, then their pairs. */
  private static int namesStream(Bytes stream, Cursor cursor) {
    long textSize = cursor.u32();
    long texts = cursor.position();
    cursor.skip(textSize);
    long size = cursor.u32();
    cursor.skip(4);
    cursor.skip(4 * cursor.u32());
    cursor.skip(4 * cursor.u32());
    int found = -1;
    for (long left = Math.min(size, cursor.remaining() / 8); left > 0; left--) {
      long text = cursor.u32();
      int number = cursor.i32();
      if (isNames(stream, texts + text, texts + textSize)) {
        found = number;
      }
    }
    return found;
  }

  private static boolean isNames(Bytes stream, long start, long end) {
    long nul = start + STREAM_NAMES.length();
    return nul < end && stream.u8(nul) == 0 && stream.text(start, nul).equals(STREAM_NAMES);
  }
}
