package dev.weighbridge.formats.stream;

import java.util.zip.DataFormatException;

/**
 * The blocks of a meta-block: runs of literals, of commands or of distances, each with a type that
 * says which codes are used. RFC 7932, 6.
 */
final class BrotliBlocks {
  private static final int COUNT_SYMBOLS = 26;
  private static final int UNBOUNDED = 1 << 24;
  private static final int[] COUNT_BITS = {
    2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 6, 6, 7, 8, 9, 10, 11, 12, 13, 24
  };
  private static final int[] COUNT_BASE = bases(COUNT_BITS, 1);

  private final BitReader bits;
  private final int types;
  private PrefixCode typeCode = PrefixCode.single(0);
  private PrefixCode countCode = PrefixCode.single(0);
  private int type;
  private int formerType = 1;
  private int left = UNBOUNDED;

  /** Reads how blocks are told, and how long the first one is. */
  BrotliBlocks(BitReader bits) throws DataFormatException {
    this.bits = bits;
    types = BrotliCodes.count(bits);
    if (types > 1) {
      typeCode = BrotliCodes.code(bits, types + 2);
      countCode = BrotliCodes.code(bits, COUNT_SYMBOLS);
      left = count();
    }
  }

  /** Where each code begins, if each goes on where the last one ended. */
  static int[] bases(int[] extraBits, int first) {
    int[] bases = new int[extraBits.length];
    int next = first;
    for (int i = 0; i < bases.length; i++) {
      bases[i] = next;
      next += 1 << extraBits[i];
    }
    return bases;
  }

  private int count() throws DataFormatException {
    int symbol = countCode.read(bits);
    return COUNT_BASE[symbol] + bits.read(COUNT_BITS[symbol]);
  }

  /** How many types there are. */
  int types() {
    return types;
  }

  /** The type of the block that the next element is in; the next block begins if it must. */
  int next() throws DataFormatException {
    if (left == 0) {
      int symbol = typeCode.read(bits);
      int newType = symbol == 0 ? formerType : symbol == 1 ? (type + 1) % types : symbol - 2;
      formerType = type;
      type = newType;
      left = count();
    }
    left--;
    return type;
  }
}
