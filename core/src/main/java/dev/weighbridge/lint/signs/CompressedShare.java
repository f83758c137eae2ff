package dev.weighbridge.lint.signs;

import dev.weighbridge.formats.bytes.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** To what share of its size a file would compress, measured on parts of it. */
public final class CompressedShare {
  private static final int PARTS = 16;
  private static final int PART = 1 << 16;

  private CompressedShare() {}

  /** The share, from 0 to a little over 1; the same on every machine. */
  public static double of(Bytes file) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    long taken = 0;
    try (XZOutputStream stream = new XZOutputStream(compressed, new LZMA2Options(4))) {
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
}
