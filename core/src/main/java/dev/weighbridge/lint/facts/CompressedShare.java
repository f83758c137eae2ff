package dev.weighbridge.lint.facts;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import java.util.zip.Deflater;

/**
 * How much of a file is left when it is compressed with xz, from how it deflates. Over ten programs
 * of 0.5 to 5.2 MB the figure was between 5 % less and 5 % more than what {@code xz -6} gave.
 */
public final class CompressedShare {
  /** Files up to this size are deflated as a whole, of others parts of this sum. */
  private static final long WHOLE = 4 << 20;

  private static final int PART = 1 << 18;
  private static final int LEVEL = 6;

  /** The larger a program, the more xz finds that lies further apart than deflating looks. */
  private static final double BASE = 1.40;

  private static final double BY_LOGARITHM = 0.043;

  /** The smallest factor that was measured. */
  private static final double LEAST = 0.70;

  /** What does not deflate is no program's code, and does not shrink further. */
  private static final double DENSE = 0.95;

  private CompressedShare() {}

  /** The share, from 0 to a little over 1; the same on every machine. */
  public static double of(Bytes file) {
    double deflated = deflated(file);
    double further = BASE - BY_LOGARITHM * Math.log((double) Math.max(1, file.length()));
    return deflated > DENSE ? deflated : deflated * Math.max(LEAST, Math.min(1, further));
  }

  private static double deflated(Bytes file) {
    int parts = (int) Math.max(1, Math.min(file.length(), WHOLE) / PART);
    Deflater deflater = new Deflater(LEVEL, true);
    byte[] out = new byte[PART];
    long taken = 0;
    long left = 0;
    try {
      for (int i = 0; i < parts; i++) {
        Work.check();
        boolean isLast = i == parts - 1;
        long start = file.length() <= WHOLE ? (long) i * PART : file.length() / parts * i;
        long end = file.length() <= WHOLE && isLast ? file.length() : start + PART;
        byte[] part = file.toArray(start, Math.min(file.length(), end));
        taken += part.length;
        deflater.setInput(part);
        if (isLast) {
          deflater.finish();
        }
        int written;
        do {
          written = deflater.deflate(out);
          left += written;
        } while (written > 0);
      }
    } finally {
      deflater.end();
    }
    return taken == 0 ? 1 : (double) left / taken;
  }
}
