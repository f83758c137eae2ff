package dev.weighbridge.formats.internal.codec;

import java.util.zip.DataFormatException;

/**
 * One of the three kinds of numbers in a sequence: which codes there are, what they stand for, and
 * the table that decodes them now. RFC 8878, 3.1.1.3.2.1 and 3.1.1.3.2.2.
 */
final class ZstdCode {
  private static final int[] LITERAL_COUNTS = {
    4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 2, 1, 1, 1, 1, 1,
    -1, -1, -1, -1
  };
  private static final int[] MATCH_COUNTS = {
    1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, -1
  };
  private static final int[] OFFSET_COUNTS = {
    1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1
  };
  private static final int[] LITERAL_BITS = {1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10, 11, 12};
  private static final int[] MATCH_BITS = {1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12};
  private static final int LAST_BITS = 16;

  private final String name;
  private final int maxLog;
  private final int defaultLog;
  private final int[] defaultCounts;
  private final int[] base;
  private final int[] extraBits;

  // choose() fills it, or refuses the block.
  @SuppressWarnings("NullAway.Init")
  private ZstdFseTable table;

  private int state;

  private ZstdCode(
      String name, int maxLog, int defaultLog, int[] defaultCounts, int[] base, int[] extraBits) {
    this.name = name;
    this.maxLog = maxLog;
    this.defaultLog = defaultLog;
    this.defaultCounts = defaultCounts;
    this.base = base;
    this.extraBits = extraBits;
  }

  /** How many literals come before a match. */
  static ZstdCode literalLength() {
    return lengths("literal length", 16, 0, LITERAL_COUNTS, LITERAL_BITS);
  }

  /** How long a match is. */
  static ZstdCode matchLength() {
    return lengths("match length", 32, 3, MATCH_COUNTS, MATCH_BITS);
  }

  /** How far back a match is; the code is the number of its bits. */
  static ZstdCode offset() {
    int[] base = new int[31];
    int[] bits = new int[31];
    for (int i = 0; i < base.length; i++) {
      base[i] = 1 << i;
      bits[i] = i;
    }
    return new ZstdCode("offset", 8, 5, OFFSET_COUNTS, base, bits);
  }

  /** Small lengths have a code each; the others a base, which goes on where the last one ended. */
  private static ZstdCode lengths(
      String name, int direct, int least, int[] counts, int[] codeBits) {
    int[] base = new int[direct + codeBits.length + 4];
    int[] bits = new int[base.length];
    int next = least;
    for (int i = 0; i < base.length; i++) {
      int far = i - direct - codeBits.length;
      bits[i] = i < direct ? 0 : far < 0 ? codeBits[i - direct] : LAST_BITS - 3 + far;
      base[i] = next;
      next += 1 << bits[i];
    }
    return new ZstdCode(name, 9, 6, counts, base, bits);
  }

  /** Chooses the table for a block and returns the end of its description. */
  int choose(int mode, byte[] block, int start) throws DataFormatException {
    switch (mode) {
      case 0 -> table = ZstdFseTable.of(defaultLog, defaultCounts);
      case 1 -> {
        if (start >= block.length || (block[start] & 0xFF) >= base.length) {
          throw new DataFormatException("an unknown " + name + " code");
        }
        table = ZstdFseTable.constant(block[start]);
        return start + 1;
      }
      case 2 -> {
        ZstdFseReader reader = new ZstdFseReader(block, start, block.length);
        table = reader.table(maxLog, base.length - 1);
        return reader.position();
      }
      default -> {
        if (table == null) {
          throw new DataFormatException("a repeated " + name + " table before the first");
        }
      }
    }
    return start;
  }

  /** Reads the first state. */
  void begin(ZstdBits stream) {
    state = stream.read(table.log());
  }

  /** The number that the state stands for, with its further bits. */
  int value(ZstdBits stream) {
    int code = table.symbol(state);
    return base[code] + stream.read(extraBits[code]);
  }

  /** Goes on to the next state. */
  void advance(ZstdBits stream) {
    state = table.next(state, stream);
  }
}
