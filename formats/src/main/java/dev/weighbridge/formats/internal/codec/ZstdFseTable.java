package dev.weighbridge.formats.internal.codec;

import java.util.zip.DataFormatException;

/** A decoding table of Finite State Entropy. RFC 8878, 4.1. */
final class ZstdFseTable {
  private final int log;
  private final byte[] symbol;
  private final byte[] bits;
  private final short[] base;

  private ZstdFseTable(int log) {
    this.log = log;
    symbol = new byte[1 << log];
    bits = new byte[1 << log];
    base = new short[1 << log];
  }

  /** The table that always gives one symbol. */
  static ZstdFseTable constant(int symbol) {
    ZstdFseTable table = new ZstdFseTable(0);
    table.symbol[0] = (byte) symbol;
    return table;
  }

  /**
   * The table of a distribution. RFC 8878, 4.1.1, "From Normalized Distribution to Decoding
   * Tables".
   *
   * @param counts how often each symbol occurs among {@code 1 << log}; -1 for "less than once"
   */
  static ZstdFseTable of(int log, int[] counts) throws DataFormatException {
    ZstdFseTable table = new ZstdFseTable(log);
    int[] next = new int[counts.length];
    table.spread(counts, next);
    int size = 1 << log;
    for (int i = 0; i < size; i++) {
      int state = next[table.symbol[i] & 0xFF]++;
      int width = log - (31 - Integer.numberOfLeadingZeros(state));
      table.bits[i] = (byte) width;
      table.base[i] = (short) ((state << width) - size);
    }
    return table;
  }

  private void spread(int[] counts, int[] next) throws DataFormatException {
    int size = 1 << log;
    int high = size;
    for (int s = 0; s < counts.length; s++) {
      if (counts[s] == -1) {
        symbol[--high] = (byte) s;
        next[s] = 1;
      }
    }
    int step = (size >> 1) + (size >> 3) + 3;
    int at = 0;
    for (int s = 0; s < counts.length; s++) {
      next[s] = Math.max(next[s], counts[s]);
      for (int i = 0; i < counts[s]; i++) {
        symbol[at] = (byte) s;
        do {
          at = (at + step) & (size - 1);
        } while (at >= high);
      }
    }
    if (at != 0) {
      throw new DataFormatException("an FSE distribution that does not fill its table");
    }
  }

  /** Bits of a state. */
  int log() {
    return log;
  }

  /** What a state stands for. */
  int symbol(int state) {
    return symbol[state] & 0xFF;
  }

  /** The state that follows one. */
  int next(int state, ZstdBits stream) {
    return base[state] + stream.read(bits[state]);
  }
}
