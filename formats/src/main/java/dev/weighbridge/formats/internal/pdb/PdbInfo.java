package dev.weighbridge.formats.internal.pdb;

import static dev.weighbridge.formats.internal.pdb.PdbConstants.FEATURE_MINIMAL_DEBUG_INFO;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.bytes.Cursor;
import dev.weighbridge.formats.pe.PeCodeView;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The PDB stream: which build the file belongs to, and where named streams are. LLVM, The PDB Info
 * Stream.
 *
 * @param version of the format: 20000404
 * @param age how often the file was rewritten
 * @param guid as text
 * @param namedStreams stream numbers by name: {@code /names}
 * @param isMinimal whether symbols stayed in the objects: {@code /DEBUG:FASTLINK}
 */
record PdbInfo(
    long version, long age, String guid, Map<String, Integer> namedStreams, boolean isMinimal) {
  private static final int HEADER = 28;

  static PdbInfo of(Bytes stream) {
    Cursor cursor = new Cursor(stream, "pdb.info");
    long version = cursor.u32();
    cursor.skip(4);
    long age = cursor.u32();
    cursor.skip(16);
    String guid = PeCodeView.guid(stream, HEADER - 16);
    Map<String, Integer> named = namedStreams(stream, cursor);
    boolean isMinimal = false;
    while (cursor.remaining() >= 4) {
      isMinimal |= cursor.i32() == FEATURE_MINIMAL_DEBUG_INFO;
    }
    return new PdbInfo(version, age, guid, named, isMinimal);
  }

  /** A hash table: texts, then which buckets are in use, then their pairs. */
  private static Map<String, Integer> namedStreams(Bytes stream, Cursor cursor) {
    long textSize = cursor.u32();
    long texts = cursor.position();
    cursor.skip(textSize);
    long size = cursor.u32();
    cursor.skip(4);
    cursor.skip(4 * cursor.u32());
    cursor.skip(4 * cursor.u32());
    Map<String, Integer> named = new LinkedHashMap<>();
    for (long i = 0; i < size && cursor.remaining() >= 8; i++) {
      long at = cursor.u32();
      int number = cursor.i32();
      if (at < textSize) {
        long nul = stream.indexOf((byte) 0, texts + at, texts + textSize);
        named.put(stream.text(texts + at, nul < 0 ? texts + textSize : nul), number);
      }
    }
    return named;
  }
}
