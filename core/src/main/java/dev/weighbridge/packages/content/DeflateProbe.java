package dev.weighbridge.packages.content;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Deflater;

/** Finds out what contents would be deflated at the highest level, by deflating them. */
public final class DeflateProbe {
  private static final int BUFFER = 1 << 16;

  /** Smaller contents are not worth a word. */
  private static final int SMALLEST = 4096;

  private final Map<Integer, Long> sizes = new HashMap<>();
  private final byte[] input = new byte[BUFFER];
  private final byte[] output = new byte[BUFFER];

  public void add(int entry, Bytes contents) {
    if (contents.length() >= SMALLEST) {
      sizes.put(entry, deflated(contents));
    }
  }

  private long deflated(Bytes stored) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    long at = 0;
    try {
      while (!deflater.finished()) {
        if (deflater.needsInput()) {
          int part = (int) Math.min(input.length, stored.length() - at);
          stored.copy(at, input, 0, part);
          deflater.setInput(input, 0, part);
          at += part;
          if (at == stored.length()) {
            deflater.finish();
          }
        }
        deflater.deflate(output);
      }
      return deflater.getBytesWritten();
    } finally {
      deflater.end();
    }
  }

  /** Bytes of what entries deflate to. */
  public Map<Integer, Long> sizes() {
    return sizes;
  }
}
