package dev.weighbridge.formats.bytes;

import java.util.Arrays;
import java.util.Objects;

/**
 * Finds stretches in which all values are about equally frequent, as only compressed or encrypted
 * bytes are. Code, text and tables are far from it, of any machine and language.
 */
public final class PackedBytes {
  /** Bytes looked at together; borders are known to so many. */
  private static final int WINDOW = 256;

  /**
   * The sum of the squared counts of values is about 511 for a window of chance, below 900 for
   * nearly all of a deflated stream; code of any machine, with its many zeros, has 1,280 and more.
   */
  private static final int MOST = 1_000;

  /** A shorter stretch may be a table, such as that of a cipher. */
  private static final int LEAST = 4096;

  private final Bytes file;
  private final int[] counts = new int[256];

  /** Looks into these bytes. */
  public PackedBytes(Bytes file) {
    Objects.requireNonNull(file, "file");
    this.file = file;
  }

  /** Where the first packed stretch of {@code [from, to)} begins; {@code to} if there is none. */
  public long start(long from, long to) {
    long at = from;
    while (to - at >= LEAST) {
      long end = end(at, to);
      if (end - at >= LEAST) {
        return at;
      }
      at = end + WINDOW;
    }
    return to;
  }

  /** Where the packed bytes end that begin at a place; the place itself if none do. */
  public long end(long from, long to) {
    long at = from;
    while (isPacked(at, to) || (at > from && isPacked(at + WINDOW, to))) {
      at += WINDOW;
    }
    return at;
  }

  private boolean isPacked(long start, long to) {
    if (to - start < WINDOW) {
      return false;
    }
    Arrays.fill(counts, 0);
    for (long at = start; at < start + WINDOW; at++) {
      counts[file.u8(at)]++;
    }
    int squares = 0;
    for (int count : counts) {
      squares += count * count;
    }
    return squares <= MOST;
  }

  @Override
  public String toString() {
    return "packed stretches of " + file;
  }
}
