package dev.weighbridge.formats.stream;

import java.util.zip.DataFormatException;

/**
 * Reads LZMA data for what each byte costs: literals, and matches of a new distance or one of the
 * last four.
 */
final class LzmaDecoder {
  private static final int STATES = 12;
  private static final int FIRST_STATE_OF_MATCHES = 7;
  private static final int MOST_POSITIONS = 16;
  private static final int LITERAL = 0x300;
  private static final int LENGTH_STATES = 4;
  private static final int SLOT_BITS = 6;
  private static final int FIRST_MODEL_SLOT = 4;
  private static final int FIRST_DIRECT_SLOT = 14;
  private static final int FULL_DISTANCES = 128;
  private static final int ALIGN_BITS = 4;

  private final RangeDecoder in;
  private final LzmaWindow window;
  private final int literalContextBits;
  private final int literalPlaceMask;
  private final int placeMask;

  private final short[] isMatch = RangeDecoder.even(STATES * MOST_POSITIONS);
  private final short[] isRepeated = RangeDecoder.even(STATES);
  private final short[] isNotLast = RangeDecoder.even(STATES);
  private final short[] isLongLast = RangeDecoder.even(STATES * MOST_POSITIONS);
  private final short[] isNotSecond = RangeDecoder.even(STATES);
  private final short[] isFourth = RangeDecoder.even(STATES);
  private final short[] slots = RangeDecoder.even(LENGTH_STATES << SLOT_BITS);
  private final short[] lowBits = RangeDecoder.even(FULL_DISTANCES);
  private final short[] align = RangeDecoder.even(1 << ALIGN_BITS);
  private final short[] literals;
  private final LzmaLength length = new LzmaLength();
  private final LzmaLength repeatedLength = new LzmaLength();

  /** The last distances, the newest first. */
  private final int[] recent = {1, 1, 1, 1};

  private int state;

  /**
   * A decoder that knows nothing yet.
   *
   * @param properties {@code (pb * 5 + lp) * 9 + lc}
   */
  LzmaDecoder(RangeDecoder in, LzmaWindow window, int properties) throws DataFormatException {
    int contextBits = properties % 9;
    int literalPlaceBits = properties / 9 % 5;
    int placeBits = properties / 45;
    if (placeBits > 4 || contextBits + literalPlaceBits > 4) {
      throw new DataFormatException("LZMA properties " + properties);
    }
    this.in = in;
    this.window = window;
    literalContextBits = contextBits;
    literalPlaceMask = (1 << literalPlaceBits) - 1;
    placeMask = (1 << placeBits) - 1;
    literals = RangeDecoder.even(LITERAL << (contextBits + literalPlaceBits));
  }

  /**
   * Reads until so many bytes are there.
   *
   * @param end how many bytes there shall be
   */
  void read(int end) throws DataFormatException {
    while (window.count() < end) {
      int place = window.place() & placeMask;
      if (in.bit(isMatch, state * MOST_POSITIONS + place) == 0) {
        literal(window.place());
      } else {
        match(place);
      }
    }
    if (window.count() > end) {
      throw new DataFormatException("a match beyond the end of a chunk");
    }
  }

  private void literal(int place) throws DataFormatException {
    int context =
        ((place & literalPlaceMask) << literalContextBits)
            | (window.back(1) >>> (8 - literalContextBits));
    int start = LITERAL * context;
    int value = 1;
    if (state >= FIRST_STATE_OF_MATCHES) {
      int matched = window.back(recent[0]);
      boolean isAlike = true;
      while (isAlike && value < 0x100) {
        matched <<= 1;
        int expected = matched & 0x100;
        int bit = in.bit(literals, start + 0x100 + expected + value);
        value = value << 1 | bit;
        isAlike = (expected != 0) == (bit == 1);
      }
    }
    while (value < 0x100) {
      value = value << 1 | in.bit(literals, start + value);
    }
    window.literal(value & 0xFF, in.takeCost());
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  private void match(int place) throws DataFormatException {
    boolean isAfterMatch = state >= FIRST_STATE_OF_MATCHES;
    int size;
    if (in.bit(isRepeated, state) == 0) {
      size = length.read(in, place);
      int distance = distance(size);
      recall(recent.length - 1, distance);
      state = isAfterMatch ? 10 : 7;
    } else if (isShort(place)) {
      size = 1;
      state = isAfterMatch ? 11 : 9;
    } else {
      size = repeatedLength.read(in, place);
      state = isAfterMatch ? 11 : 8;
    }
    window.match(recent[0], size, in.takeCost());
  }

  /** Chooses one of the last distances; whether it is for a single byte. */
  private boolean isShort(int place) throws DataFormatException {
    if (in.bit(isNotLast, state) == 0) {
      return in.bit(isLongLast, state * MOST_POSITIONS + place) == 0;
    }
    int which = in.bit(isNotSecond, state) == 0 ? 1 : 2 + in.bit(isFourth, state);
    recall(which, recent[which]);
    return false;
  }

  private void recall(int oldPlace, int distance) {
    System.arraycopy(recent, 0, recent, 1, oldPlace);
    recent[0] = distance;
  }

  private int distance(int size) throws DataFormatException {
    int row = Math.min(size - 2, LENGTH_STATES - 1);
    int slot = in.tree(slots, row << SLOT_BITS, SLOT_BITS);
    if (slot < FIRST_MODEL_SLOT) {
      return slot + 1;
    }
    int bits = (slot >>> 1) - 1;
    int base = (2 | (slot & 1)) << bits;
    int distance =
        slot < FIRST_DIRECT_SLOT
            ? base + in.reverseTree(lowBits, base - slot, bits)
            : base
                + (in.direct(bits - ALIGN_BITS) << ALIGN_BITS)
                + in.reverseTree(align, 0, ALIGN_BITS);
    if (distance < 0 || distance == Integer.MAX_VALUE) {
      throw new DataFormatException("a distance before the start of the data");
    }
    return distance + 1;
  }
}
