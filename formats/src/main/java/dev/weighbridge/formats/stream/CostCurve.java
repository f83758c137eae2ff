package dev.weighbridge.formats.stream;

import java.math.BigInteger;

/**
 * Adds up costs as they come, and keeps their sum at some places of what is restored. Sums are
 * whole numbers of parts of a bit, so that they are the same on every machine and add up exactly.
 */
public final class CostCurve {
  /** Parts of a bit. */
  public static final long BIT = 1L << 16;

  private final long[] borders;
  private final long[] before;
  private int next;
  private long position;
  private long total;
  private long frame;
  private int firstOfBlock;
  private long blockStart;
  private long own;

  /**
   * A curve at some places.
   *
   * @param borders ascending; kept, not copied
   */
  public CostCurve(long[] borders) {
    this.borders = borders;
    before = new long[borders.length];
    passBorders(0, 0);
  }

  /** Begins a block, whose header and tables all its bytes share. */
  public void beginBlock() {
    firstOfBlock = next;
    blockStart = position;
    own = 0;
  }

  /** Some bytes come out, which share a cost evenly. */
  public void add(long bytes, long cost) {
    long end = position + bytes;
    if (next < borders.length && borders[next] <= end) {
      passBorders(bytes, cost);
    }
    own += cost;
    position = end;
  }

  private void passBorders(long bytes, long cost) {
    while (next < borders.length && borders[next] <= position + bytes) {
      before[next] = own + share(cost, borders[next] - position, bytes);
      next++;
    }
  }

  /**
   * Ends a block.
   *
   * @param cost that of the whole block; what its bytes did not have is shared by them evenly, or
   *     is of the frame if there are none
   */
  public void endBlock(long cost) {
    long size = position - blockStart;
    long shared = cost - own;
    for (int border = firstOfBlock; border < next; border++) {
      // Only prices that are an estimate can be more than the block.
      before[border] =
          shared < 0
              ? total + share(before[border], cost, own)
              : total + before[border] + share(shared, borders[border] - blockStart, size);
    }
    if (size == 0) {
      frame += cost;
    } else {
      total += cost;
    }
    own = 0;
  }

  /** A cost that makes no byte. */
  void addFrame(long cost) {
    frame += cost;
  }

  /** How many bytes have come out. */
  long position() {
    return position;
  }

  /** The cost of all bytes. */
  long total() {
    return total;
  }

  /** The cost of the frame. */
  long frame() {
    return frame;
  }

  /** The cost of all bytes before a border. */
  public long before(int border) {
    return before[border];
  }

  /** {@code value * part / whole}, rounded down, whatever the product; 0 of an empty whole. */
  private static long share(long value, long part, long whole) {
    if (part == 0 || whole == 0) {
      return 0;
    }
    long high = Math.multiplyHigh(value, part);
    long product = value * part;
    return high == product >> 63
        ? Math.floorDiv(product, whole)
        : BigInteger.valueOf(value)
            .multiply(BigInteger.valueOf(part))
            .divide(BigInteger.valueOf(whole))
            .longValueExact();
  }
}
