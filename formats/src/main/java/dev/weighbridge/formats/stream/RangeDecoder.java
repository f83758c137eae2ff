package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.Arrays;
import java.util.zip.DataFormatException;

/**
 * The range decoder of LZMA: bits by their probabilities, and what each costs. A bit of probability
 * p costs -log2(p): that much smaller its interval is than the one before.
 */
final class RangeDecoder {
  private static final int PROBABILITY_BITS = 11;
  private static final int ONE = 1 << PROBABILITY_BITS;
  private static final int ADAPTION = 5;
  private static final int TOP = 1 << 24;

  /** How much finer costs are added up here: there are many bits to a byte. */
  private static final int FINE = 16;

  /** What a bit costs, by its probability in parts of {@link #ONE}. */
  private static final long[] COST = new long[ONE];

  static {
    for (int p = 1; p < ONE; p++) {
      double bits = PROBABILITY_BITS - StrictMath.log(p) / StrictMath.log(2);
      COST[p] = Math.round(bits * (BIT << FINE));
    }
  }

  private final Bytes bytes;
  private long position;
  private long end;
  private int range;
  private int code;
  private long cost;

  RangeDecoder(Bytes bytes) {
    this.bytes = bytes;
  }

  /** Probabilities of bits that are 0 or 1 alike. */
  static short[] even(int count) {
    short[] probabilities = new short[count];
    Arrays.fill(probabilities, (short) (ONE / 2));
    return probabilities;
  }

  /** Begins to read at a place, up to another. */
  void begin(long start, long newEnd) throws DataFormatException {
    position = start;
    end = newEnd;
    range = -1;
    code = 0;
    if (next() != 0) {
      throw new DataFormatException("a range coder that does not begin with 0");
    }
    for (int i = 0; i < 4; i++) {
      code = code << 8 | next();
    }
  }

  /** Whether all has been read, and nothing is left over. */
  boolean isFinished() throws DataFormatException {
    normalise();
    return position == end && code == 0;
  }

  /** What was read costs since this was asked last; what is too little to tell is told later. */
  long takeCost() {
    long taken = cost >>> FINE;
    cost -= taken << FINE;
    return taken;
  }

  private int next() throws DataFormatException {
    if (position == end) {
      throw new DataFormatException("the end in the middle of a chunk");
    }
    return bytes.u8(position++);
  }

  private void normalise() throws DataFormatException {
    if (Integer.compareUnsigned(range, TOP) < 0) {
      range <<= 8;
      code = code << 8 | next();
    }
  }

  /** The next bit, which changes its probability. */
  int bit(short[] probabilities, int index) throws DataFormatException {
    normalise();
    int p = probabilities[index];
    int bound = (range >>> PROBABILITY_BITS) * p;
    if (Integer.compareUnsigned(code, bound) < 0) {
      range = bound;
      probabilities[index] = (short) (p + ((ONE - p) >>> ADAPTION));
      cost += COST[p];
      return 0;
    }
    range -= bound;
    code -= bound;
    probabilities[index] = (short) (p - (p >>> ADAPTION));
    cost += COST[ONE - p];
    return 1;
  }

  /** A number of some bits, the highest first, each with its own probability. */
  int tree(short[] probabilities, int start, int bits) throws DataFormatException {
    int node = 1;
    for (int i = 0; i < bits; i++) {
      node = node << 1 | bit(probabilities, start + node);
    }
    return node - (1 << bits);
  }

  /** The same with the lowest bit first. */
  int reverseTree(short[] probabilities, int start, int bits) throws DataFormatException {
    int node = 1;
    int value = 0;
    for (int i = 0; i < bits; i++) {
      int bit = bit(probabilities, start + node);
      node = node << 1 | bit;
      value |= bit << i;
    }
    return value;
  }

  /** A number of bits that are 0 or 1 alike. */
  int direct(int bits) throws DataFormatException {
    int value = 0;
    for (int i = 0; i < bits; i++) {
      normalise();
      range >>>= 1;
      boolean isOne = Integer.compareUnsigned(code, range) >= 0;
      code -= isOne ? range : 0;
      value = value << 1 | (isOne ? 1 : 0);
    }
    cost += bits * (BIT << FINE);
    return value;
  }
}
