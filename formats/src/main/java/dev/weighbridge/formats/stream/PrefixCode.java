package dev.weighbridge.formats.stream;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/** A Huffman code as a table of all bit strings of its longest length. RFC 1951, 3.2.2. */
final class PrefixCode {
  /** RFC 1951, 3.2.7: no code is longer. */
  private static final int MAX_BITS = 15;

  private final int longest;

  /** What stands in the table for a string that begins with no code. */
  private static final short NONE = -1;

  /** For each string of {@link #longest} bits its symbol, and in the low four bits its length. */
  private final short[] table;

  private PrefixCode(int longest) {
    this.longest = longest;
    table = new short[1 << longest];
    Arrays.fill(table, NONE);
  }

  /** The code of a symbol that alone occurs, and needs no bits. */
  static PrefixCode single(int symbol) {
    PrefixCode code = new PrefixCode(0);
    code.table[0] = (short) (symbol << 4);
    return code;
  }

  /** The code whose symbols have these lengths; 0 stands for a symbol that never occurs. */
  static PrefixCode of(int[] lengths, int start, int end) throws DataFormatException {
    int[] count = new int[MAX_BITS + 1];
    int longest = 0;
    for (int i = start; i < end; i++) {
      count[lengths[i]]++;
      longest = Math.max(longest, lengths[i]);
    }
    count[0] = 0;
    int[] next = new int[MAX_BITS + 2];
    for (int bits = 1; bits <= MAX_BITS; bits++) {
      next[bits + 1] = (next[bits] + count[bits]) << 1;
      if (next[bits] + count[bits] > 1 << bits) {
        throw new DataFormatException("a code of too many symbols");
      }
    }
    PrefixCode code = new PrefixCode(longest);
    for (int i = start; i < end; i++) {
      if (lengths[i] > 0) {
        code.fill(i - start, lengths[i], next[lengths[i]]++);
      }
    }
    return code;
  }

  /** Codes come with their highest bit first, so the strings that begin with one are strewn. */
  private void fill(int symbol, int length, int code) {
    int first = Integer.reverse(code) >>> (32 - length);
    for (int string = first; string < table.length; string += 1 << length) {
      table[string] = (short) (symbol << 4 | length);
    }
  }

  /** Reads a symbol. */
  int read(BitReader bits) throws DataFormatException {
    int entry = table[bits.peek(longest)];
    if (entry == NONE) {
      throw new DataFormatException("bits that are no code");
    }
    bits.pass(entry & 15);
    return (entry & 0xFFFF) >>> 4;
  }
}
