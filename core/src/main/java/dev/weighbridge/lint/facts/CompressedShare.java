package dev.weighbridge.lint.facts;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** To what share of its size a file would compress, measured on parts of it. */
public final class CompressedShare {
  private static final int PARTS = 8;
  private static final int PART = 1 << 15;
  private static final int LEVEL = 2;

  private CompressedShare() {}

  /** The share, from 0 to a little over 1; the same on every machine. */
  public static double of(Bytes file) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    long taken = 0;
    try (XZOutputStream stream = new XZOutputStream(compressed, options())) {
      for (int i = 0; i < PARTS; i++) {
        long start = file.length() / PARTS * i;
        long end = Math.min(file.length(), start + PART);
        stream.write(file.toArray(start, end));
        taken += end - start;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return taken == 0 ? 1 : (double) compressed.size() / taken;
  }

  /** A dictionary as large as what is compressed; a larger one would only cost its memory. */
  private static LZMA2Options options() throws IOException {
    LZMA2Options options = new LZMA2Options(LEVEL);
    options.setDictSize(PARTS * PART);
    return options;
  }
}
