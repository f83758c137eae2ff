package dev.weighbridge.formats.internal.codec;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/** The literals of compressed blocks, one block after the other. RFC 8878, 3.1.1.3.1. */
final class ZstdLiterals {
  private static final int JUMP_TABLE = 6;

  /** RFC 8878, 3.1.1.2.3: no block restores more. */
  static final int MAX_BLOCK = 1 << 17;

  /** How many bits make a literal that is not compressed, whatever its value. */
  static final byte[] RAW = new byte[256];

  /** As many as make one of literals that are all alike: all are made by the first. */
  private static final byte[] REPEATED = new byte[256];

  static {
    Arrays.fill(RAW, (byte) 8);
  }

  private final byte[] array = new byte[MAX_BLOCK];
  private byte[] bits = RAW;
  private int count;
  private @Nullable ZstdHuffmanTable table;

  /** The literals read last. */
  byte[] array() {
    return array;
  }

  /** How many bits make a literal, by its value. */
  byte[] bits() {
    return bits;
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** Reads the literals section at the start of a block and returns its end. */
  int read(byte[] block) throws DataFormatException {
    int type = at(block, 0) & 3;
    int format = (at(block, 0) >>> 2) & 3;
    return type < 2 ? plain(block, type == 1, format) : coded(block, type == 2, format);
  }

  private int plain(byte[] block, boolean isRepeated, int format) throws DataFormatException {
    int headerSize = format == 3 ? 3 : format == 1 ? 2 : 1;
    long header = number(block, headerSize);
    setCount((int) (header >>> (headerSize == 1 ? 3 : 4)));
    int size = isRepeated ? 1 : count;
    bits = isRepeated ? REPEATED : RAW;
    if (size > block.length - headerSize) {
      throw new DataFormatException("literals that are cut");
    }
    if (isRepeated) {
      Arrays.fill(array, 0, count, block[headerSize]);
    } else {
      System.arraycopy(block, headerSize, array, 0, count);
    }
    return headerSize + size;
  }

  private int coded(byte[] block, boolean hasTable, int format) throws DataFormatException {
    int headerSize = format < 2 ? 3 : format + 2;
    int sizeBits = format < 2 ? 10 : format == 2 ? 14 : 18;
    long header = number(block, headerSize) >>> 4;
    setCount((int) (header & ((1 << sizeBits) - 1)));
    int end = headerSize + (int) (header >>> sizeBits);
    if (end > block.length) {
      throw new DataFormatException("literals that are cut");
    }
    int start = headerSize;
    if (hasTable) {
      table = ZstdHuffmanTable.read(block, start, end);
      start = table.position();
    }
    if (table == null) {
      throw new DataFormatException("literals without a Huffman table");
    }
    bits = table.bits();
    if (format == 0) {
      table.decode(new ZstdBits(block, start, end), array, 0, count);
    } else {
      fourStreams(table, block, start, end);
    }
    return end;
  }

  /** RFC 8878, 3.1.1.3.1.6: a jump table, then four streams of equal shares. */
  private void fourStreams(ZstdHuffmanTable codes, byte[] block, int start, int end)
      throws DataFormatException {
    int share = (count + 3) / 4;
    if (end - start < JUMP_TABLE || 3 * share > count) {
      throw new DataFormatException("too little for four streams");
    }
    int streamStart = start + JUMP_TABLE;
    for (int i = 0; i < 4; i++) {
      int jump = start + 2 * Math.min(i, 2);
      int size = (block[jump] & 0xFF) | ((block[jump + 1] & 0xFF) << 8);
      int streamEnd = i < 3 ? Math.min(end, streamStart + size) : end;
      int targetEnd = i < 3 ? (i + 1) * share : count;
      codes.decode(new ZstdBits(block, streamStart, streamEnd), array, i * share, targetEnd);
      streamStart = streamEnd;
    }
  }

  private void setCount(int literals) throws DataFormatException {
    if (literals > array.length) {
      throw new DataFormatException(literals + " literals in a block");
    }
    count = literals;
  }

  private static long number(byte[] block, int size) throws DataFormatException {
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | at(block, i);
    }
    return value;
  }

  private static int at(byte[] block, int index) throws DataFormatException {
    if (index >= block.length) {
      throw new DataFormatException("a block that is cut");
    }
    return block[index] & 0xFF;
  }
}
