package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import java.util.zip.DataFormatException;

/** Reads the meta-blocks of a Brotli stream for what each byte costs. RFC 7932. */
final class BrotliStream {
  private static final int WINDOW_GAP = 16;
  private static final int CHUNK = 1 << 16;

  private final BitReader bits;
  private final Restored file;
  private final CostCurve costs;

  private BrotliStream(BitReader bits, Restored file, CostCurve costs) {
    this.bits = bits;
    this.file = file;
    this.costs = costs;
  }

  /** Reads all meta-blocks. The header of the stream is of the first one, its end of the last. */
  static void read(BitReader bits, Restored file, CostCurve costs) throws DataFormatException {
    new BrotliStream(bits, file, costs).metaBlocks();
  }

  private void metaBlocks() throws DataFormatException {
    long before = bits.position();
    BrotliDistances distances = new BrotliDistances((1L << windowBits()) - WINDOW_GAP);
    boolean isLast;
    do {
      costs.beginBlock();
      isLast = metaBlock(distances);
      if (isLast) {
        bits.align();
      }
      costs.endBlock((bits.position() - before) * BIT);
      before = bits.position();
    } while (!isLast);
    if (bits.left() > 0) {
      throw new DataFormatException("bytes behind the end of the stream");
    }
  }

  /** RFC 7932, 9.1. */
  private int windowBits() throws DataFormatException {
    if (bits.read(1) == 0) {
      return 16;
    }
    int many = bits.read(3);
    if (many != 0) {
      return 17 + many;
    }
    int few = bits.read(3);
    if (few == 1) {
      throw new DataFormatException("a window of more than 16 MiB");
    }
    return few == 0 ? 17 : 8 + few;
  }

  /** Reads a meta-block; whether it is the last. RFC 7932, 9.2. */
  private boolean metaBlock(BrotliDistances distances) throws DataFormatException {
    boolean isLast = bits.read(1) == 1;
    if (isLast && bits.read(1) == 1) {
      return true;
    }
    int nibbles = bits.read(2) + 4;
    if (nibbles == 7) {
      metadata();
      return isLast;
    }
    int size = bits.read(4 * nibbles) + 1;
    if (!isLast && bits.read(1) == 1) {
      stored(size);
    } else {
      new BrotliMetaBlock(bits, file, distances).read(size);
    }
    return isLast;
  }

  private void metadata() throws DataFormatException {
    if (bits.read(1) != 0) {
      throw new DataFormatException("a reserved bit");
    }
    int sizeBytes = bits.read(2);
    int size = sizeBytes == 0 ? 0 : bits.read(8 * sizeBytes) + 1;
    bits.align();
    byte[] skipped = new byte[Math.min(size, CHUNK)];
    for (int at = 0; at < size; at += skipped.length) {
      bits.read(skipped, Math.min(skipped.length, size - at));
    }
  }

  private void stored(int size) throws DataFormatException {
    bits.align();
    byte[] bytes = new byte[Math.min(size, CHUNK)];
    for (int at = 0; at < size; at += bytes.length) {
      int count = Math.min(bytes.length, size - at);
      bits.read(bytes, count);
      file.append(bytes, 0, count, 8 * BIT * count);
    }
  }
}
