package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * Reads DEFLATE data for what each byte costs. RFC 1951. The JDK restores it faster, but tells no
 * more than how many bytes it has read.
 */
final class DeflateStream {
  private static final int LAST_LITERAL = 255;
  private static final int END_OF_BLOCK = 256;
  private static final int LENGTHS = 286;
  private static final int DISTANCES = 30;
  private static final int STORED = 0;
  private static final int FIXED = 1;
  private static final int DYNAMIC = 2;

  /** RFC 1951, 3.2.5: from symbol 257 on. */
  private static final int[] LENGTH_BASE = {
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258
  };

  private static final int[] LENGTH_BITS = {
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0
  };

  /** RFC 1951, 3.2.7: the order in which the lengths of the code of lengths come. */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final BitReader bits;
  private final RestoredFile file;
  private final long start;
  private PrefixCode lengths;
  private PrefixCode distances;

  private DeflateStream(BitReader bits, RestoredFile file) throws DataFormatException {
    this.bits = bits;
    this.file = file;
    start = file.position();
    lengths = fixedLengths();
    distances = fixedDistances();
  }

  /** Reads all blocks of a stream; then the next bit is the first of a byte. */
  static void read(BitReader bits, RestoredFile file, CostCurve costs) throws DataFormatException {
    DeflateStream stream = new DeflateStream(bits, file);
    boolean isLast;
    do {
      long before = bits.position();
      costs.beginBlock();
      isLast = bits.read(1) == 1;
      stream.block(bits.read(2));
      costs.endBlock((bits.position() - before) * BIT);
    } while (!isLast);
    long last = bits.position();
    bits.align();
    costs.addFrame((bits.position() - last) * BIT);
  }

  private void block(int type) throws DataFormatException {
    switch (type) {
      case STORED -> stored();
      case FIXED -> {
        lengths = fixedLengths();
        distances = fixedDistances();
        symbols();
      }
      case DYNAMIC -> {
        readCodes();
        symbols();
      }
      default -> throw new DataFormatException("a block of reserved type");
    }
  }

  private void stored() throws DataFormatException {
    bits.align();
    int size = bits.read(16);
    if ((bits.read(16) ^ size) != 0xFFFF) {
      throw new DataFormatException("a stored block whose two sizes differ");
    }
    byte[] bytes = new byte[size];
    bits.read(bytes, size);
    file.append(bytes, 0, size, 8 * BIT * size);
  }

  private static PrefixCode fixedLengths() throws DataFormatException {
    int[] sizes = new int[288];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    }
    return PrefixCode.of(sizes, 0, sizes.length);
  }

  private static PrefixCode fixedDistances() throws DataFormatException {
    int[] sizes = new int[DISTANCES];
    Arrays.fill(sizes, 5);
    return PrefixCode.of(sizes, 0, sizes.length);
  }

  /** RFC 1951, 3.2.7: the lengths of both codes, in a code of their own. */
  private void readCodes() throws DataFormatException {
    int lengthCount = bits.read(5) + 257;
    int distanceCount = bits.read(5) + 1;
    int[] sizesOfSizes = new int[ORDER.length];
    int count = bits.read(4) + 4;
    for (int i = 0; i < count; i++) {
      sizesOfSizes[ORDER[i]] = bits.read(3);
    }
    PrefixCode code = PrefixCode.of(sizesOfSizes, 0, sizesOfSizes.length);
    int[] sizes = new int[lengthCount + distanceCount];
    int at = 0;
    while (at < sizes.length) {
      int symbol = code.read(bits);
      if (symbol < 16) {
        sizes[at++] = symbol;
        continue;
      }
      if (symbol == 16 && at == 0) {
        throw new DataFormatException("a repeated length before the first");
      }
      int value = symbol == 16 ? sizes[at - 1] : 0;
      int times =
          symbol == 16 ? 3 + bits.read(2) : symbol == 17 ? 3 + bits.read(3) : 11 + bits.read(7);
      if (times > sizes.length - at) {
        throw new DataFormatException("more lengths than symbols");
      }
      Arrays.fill(sizes, at, at + times, value);
      at += times;
    }
    lengths = PrefixCode.of(sizes, 0, lengthCount);
    distances = PrefixCode.of(sizes, lengthCount, sizes.length);
  }

  private void symbols() throws DataFormatException {
    while (true) {
      long before = bits.position();
      int symbol = lengths.read(bits);
      if (symbol <= LAST_LITERAL) {
        file.literal(symbol, (bits.position() - before) * BIT);
      } else if (symbol == END_OF_BLOCK) {
        return;
      } else {
        match(symbol, before);
      }
    }
  }

  private void match(int symbol, long before) throws DataFormatException {
    if (symbol >= LENGTHS) {
      throw new DataFormatException("a reserved length");
    }
    int length = LENGTH_BASE[symbol - 257] + bits.read(LENGTH_BITS[symbol - 257]);
    int code = distances.read(bits);
    if (code >= DISTANCES) {
      throw new DataFormatException("a reserved distance");
    }
    int extra = Math.max(0, code / 2 - 1);
    int base = code < 4 ? code + 1 : ((2 + (code & 1)) << extra) + 1;
    int distance = base + bits.read(extra);
    if (distance > file.position() - start) {
      throw new DataFormatException("a distance before the start of the data");
    }
    file.match(distance, length, (bits.position() - before) * BIT);
  }
}
