package dev.weighbridge.formats.internal.codec;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/** A decoding table of Huffman codes. RFC 8878, 4.2. */
final class ZstdHuffmanTable {
  private static final int MAX_BITS = 11;
  private static final int MAX_WEIGHTS = 255;
  private static final int MAX_WEIGHT_LOG = 6;

  private final int maxBits;
  private final byte[] symbol;
  private final byte[] bits;
  private final byte[] bitsOfSymbol = new byte[MAX_WEIGHTS + 1];
  private int position;

  private ZstdHuffmanTable(int maxBits) {
    this.maxBits = maxBits;
    symbol = new byte[1 << maxBits];
    bits = new byte[1 << maxBits];
  }

  /** Reads the description of a table. RFC 8878, 4.2.1. */
  static ZstdHuffmanTable read(byte[] array, int start, int end) throws DataFormatException {
    if (start >= end) {
      throw new DataFormatException("no Huffman table");
    }
    int header = array[start] & 0xFF;
    boolean isDirect = header >= 128;
    int weightsEnd = start + 1 + (isDirect ? (header - 126) / 2 : header);
    if (weightsEnd > end) {
      throw new DataFormatException("a Huffman table that is cut");
    }
    int[] weights = new int[MAX_WEIGHTS + 1];
    int count =
        isDirect
            ? directWeights(array, start + 1, header - 127, weights)
            : fseWeights(array, start + 1, weightsEnd, weights);
    ZstdHuffmanTable table = of(weights, count);
    table.position = weightsEnd;
    return table;
  }

  private static int directWeights(byte[] array, int start, int count, int[] weights) {
    for (int i = 0; i < count; i++) {
      int pair = array[start + i / 2];
      weights[i] = (i % 2 == 0 ? pair >>> 4 : pair) & 0x0F;
    }
    return count;
  }

  /** Two states take turns until the stream is used up. RFC 8878, 4.2.1.2. */
  private static int fseWeights(byte[] array, int start, int end, int[] weights)
      throws DataFormatException {
    ZstdFseReader reader = new ZstdFseReader(array, start, end);
    ZstdFseTable table = reader.table(MAX_WEIGHT_LOG, MAX_BITS);
    ZstdBits stream = new ZstdBits(array, reader.position(), end);
    int first = stream.read(table.log());
    int second = stream.read(table.log());
    int count = 0;
    while (count < MAX_WEIGHTS - 1) {
      weights[count++] = table.symbol(first);
      first = table.next(first, stream);
      if (stream.left() < 0) {
        weights[count++] = table.symbol(second);
        return count;
      }
      int swap = first;
      first = second;
      second = swap;
    }
    throw new DataFormatException("too many Huffman weights");
  }

  /** The last weight is not written: it fills the codes up to a power of two. */
  private static ZstdHuffmanTable of(int[] weights, int count) throws DataFormatException {
    int sum = 0;
    for (int i = 0; i < count; i++) {
      if (weights[i] > MAX_BITS) {
        throw new DataFormatException("a Huffman weight of " + weights[i]);
      }
      sum += 1 << weights[i] >> 1;
    }
    int maxBits = 32 - Integer.numberOfLeadingZeros(sum);
    int rest = (1 << maxBits) - sum;
    if (sum == 0 || maxBits > MAX_BITS || Integer.bitCount(rest) != 1) {
      throw new DataFormatException("Huffman weights that do not add up");
    }
    weights[count] = 32 - Integer.numberOfLeadingZeros(rest);
    ZstdHuffmanTable table = new ZstdHuffmanTable(maxBits);
    table.fill(weights, count + 1);
    return table;
  }

  private void fill(int[] weights, int count) {
    int at = 0;
    for (int weight = 1; weight <= maxBits; weight++) {
      int span = 1 << (weight - 1);
      for (int s = 0; s < count; s++) {
        if (weights[s] == weight) {
          Arrays.fill(symbol, at, at + span, (byte) s);
          Arrays.fill(bits, at, at + span, (byte) (maxBits + 1 - weight));
          bitsOfSymbol[s] = (byte) (maxBits + 1 - weight);
          at += span;
        }
      }
    }
  }

  /** End of the description it was read from. */
  int position() {
    return position;
  }

  /** How many bits the code of each symbol has; 0 if it has none. */
  byte[] bits() {
    return bitsOfSymbol;
  }

  /** Decodes a stream that holds exactly the codes of {@code [start, end)} of a target. */
  void decode(ZstdBits stream, byte[] target, int start, int end) throws DataFormatException {
    for (int i = start; i < end; i++) {
      int code = stream.peek(maxBits);
      target[i] = symbol[code];
      stream.pass(bits[code]);
    }
    if (stream.left() != 0) {
      throw new DataFormatException("a Huffman stream of another length");
    }
  }
}
