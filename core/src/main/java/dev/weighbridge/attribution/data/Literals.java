package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.bytes.Bytes;

/** Marks where literals start in sections that hold nothing else. */
final class Literals {
  private final Bytes file;
  private final DataWindow window;

  Literals(Bytes file, DataWindow window) {
    this.file = file;
    this.window = window;
  }

  /** Marks the strings between two places; the NULs behind a string are its own. */
  void cutStrings(long start, long end) {
    long at = start;
    while (at < end) {
      window.hitPlace(at);
      long nul = file.indexOf((byte) 0, at, end);
      at = nul < 0 ? end : nul + 1;
      while (at < end && file.u8(at) == 0) {
        at++;
      }
    }
  }

  /** Marks the constants of {@code size} bytes between two places. */
  void cutConstants(long start, long end, long size) {
    for (long at = start; at < end; at += size) {
      window.hitPlace(at);
    }
  }
}
