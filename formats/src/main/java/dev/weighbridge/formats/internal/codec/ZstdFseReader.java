package dev.weighbridge.formats.internal.codec;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/** Reads the description of an FSE table, forward. RFC 8878, 4.1.1. */
final class ZstdFseReader {
  private final byte[] array;
  private final int end;
  private long bit;

  /** Reads at {@code start}, up to {@code end}. */
  ZstdFseReader(byte[] array, int start, int end) {
    this.array = array;
    this.end = end;
    this.bit = 8L * start;
  }

  /** Where the next byte is, behind what was read. */
  int position() {
    return (int) ((bit + 7) >>> 3);
  }

  /**
   * The table described here.
   *
   * @param maxLog the largest table allowed
   * @param maxSymbol the largest symbol allowed
   */
  ZstdFseTable table(int maxLog, int maxSymbol) throws DataFormatException {
    int log = read(4) + 5;
    if (log > maxLog) {
      throw new DataFormatException("an FSE table of " + log + " bits");
    }
    int[] counts = new int[maxSymbol + 1];
    int remaining = 1 << log;
    int symbol = 0;
    while (remaining > 0) {
      if (symbol > maxSymbol) {
        throw new DataFormatException("an FSE table of more than " + maxSymbol + " symbols");
      }
      int count = count(remaining);
      counts[symbol++] = count;
      remaining -= Math.abs(count);
      if (count == 0) {
        symbol += zeros();
      }
    }
    if (remaining < 0 || position() > end) {
      throw new DataFormatException("an FSE table that is cut");
    }
    return ZstdFseTable.of(log, Arrays.copyOf(counts, Math.min(symbol, counts.length)));
  }

  /** A number of up to {@code remaining + 1}, in as few bits as it needs; less one. */
  private int count(int remaining) throws DataFormatException {
    int width = 32 - Integer.numberOfLeadingZeros(remaining + 1);
    int low = (1 << (width - 1)) - 1;
    int spare = (1 << width) - 2 - remaining;
    int value = read(width);
    if ((value & low) < spare) {
      bit--;
      value &= low;
    } else if (value > low) {
      value -= spare;
    }
    return value - 1;
  }

  /** How many further symbols never occur: in steps of up to three. */
  private int zeros() throws DataFormatException {
    int zeros = 0;
    int more;
    do {
      more = read(2);
      zeros += more;
    } while (more == 3);
    return zeros;
  }

  private int read(int count) throws DataFormatException {
    int value = 0;
    for (int i = 0; i < count; i++) {
      int at = (int) (bit >>> 3);
      // The last number may be read one bit further than it reaches.
      int b = at < end ? array[at] : 0;
      if (at > end) {
        throw new DataFormatException("an FSE table that is cut");
      }
      value |= ((b >>> (bit & 7)) & 1) << i;
      bit++;
    }
    return value;
  }
}
