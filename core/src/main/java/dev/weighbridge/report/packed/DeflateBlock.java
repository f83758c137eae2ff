package dev.weighbridge.report.packed;

/** One block of a DEFLATE stream: bytes and copies, in codes made for them (RFC 1951, 3.2.7). */
final class DeflateBlock {
  private static final int MOST = 1 << 16;
  private static final int END = 256;
  private static final int FIRST_LENGTH = 257;
  private static final int LENGTH_SYMBOLS = 286;
  private static final int DISTANCE_SYMBOLS = 30;
  private static final int LONGEST_CODE = 15;
  private static final int LONGEST_CODE_OF_LENGTHS = 7;
  private static final int LONGEST_COPY = 258;
  private static final int SHORTEST_COPY = 3;
  private static final int DYNAMIC = 2;
  private static final int ZEROS = 17;
  private static final int MANY_ZEROS = 18;

  /** The order in which the lengths of the code of lengths are written. */
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  private final int[] tokens = new int[MOST];
  private int count;

  boolean isFull() {
    return count == MOST;
  }

  void literal(byte value) {
    tokens[count++] = value & 0xFF;
  }

  /** Adds a copy of earlier bytes: 3 to 258 of them, from 1 to 32,768 bytes back. */
  void copy(int length, int distance) {
    tokens[count++] = length << Short.SIZE | distance - 1;
  }

  /** Writes the block and empties it. */
  void write(boolean isLast, DeflateBits out) {
    int[] literalFrequencies = new int[LENGTH_SYMBOLS];
    int[] distanceFrequencies = new int[DISTANCE_SYMBOLS];
    literalFrequencies[END] = 1;
    for (int i = 0; i < count; i++) {
      int length = tokens[i] >>> Short.SIZE;
      if (length == 0) {
        literalFrequencies[tokens[i]]++;
      } else {
        literalFrequencies[lengthSymbol(length)]++;
        distanceFrequencies[distanceSymbol(tokens[i] & 0xFFFF)]++;
      }
    }
    HuffmanCode literals = HuffmanCode.of(literalFrequencies, LONGEST_CODE);
    HuffmanCode distances = HuffmanCode.of(distanceFrequencies, LONGEST_CODE);
    out.add(isLast ? 1 : 0, 1);
    out.add(DYNAMIC, 2);
    codes(literals, distances, out);
    for (int i = 0; i < count; i++) {
      token(tokens[i], literals, distances, out);
    }
    literals.write(END, out);
    count = 0;
  }

  private static void token(
      int token, HuffmanCode literals, HuffmanCode distances, DeflateBits out) {
    int length = token >>> Short.SIZE;
    if (length == 0) {
      literals.write(token, out);
      return;
    }
    literals.write(lengthSymbol(length), out);
    if (length < LONGEST_COPY) {
      int value = length - SHORTEST_COPY;
      out.add(value, extraBits(value, 2));
    }
    int distance = token & 0xFFFF;
    distances.write(distanceSymbol(distance), out);
    out.add(distance, extraBits(distance, 1));
  }

  /** Bits of a value that its symbol does not tell; a symbol tells the top bit and some more. */
  private static int extraBits(int value, int told) {
    return Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(value) - 1 - told);
  }

  private static int lengthSymbol(int length) {
    if (length == LONGEST_COPY) {
      return LENGTH_SYMBOLS - 1;
    }
    int value = length - SHORTEST_COPY;
    int extra = extraBits(value, 2);
    return FIRST_LENGTH + (extra << 2) + (value >>> extra);
  }

  private static int distanceSymbol(int distance) {
    int extra = extraBits(distance, 1);
    return (extra << 1) + (distance >>> extra);
  }

  /** Writes both codes as the lengths of their symbols, runs of zeros told as such. */
  private static void codes(HuffmanCode literals, HuffmanCode distances, DeflateBits out) {
    int literalEnd = Math.max(literals.end(), FIRST_LENGTH);
    int distanceEnd = distances.end();
    int[] lengths = new int[literalEnd + distanceEnd];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = i < literalEnd ? literals.length(i) : distances.length(i - literalEnd);
    }
    int[] frequencies = new int[ORDER.length];
    for (int i = 0; i < lengths.length; i += run(lengths, i)) {
      frequencies[symbol(lengths, i)]++;
    }
    HuffmanCode code = HuffmanCode.of(frequencies, LONGEST_CODE_OF_LENGTHS);
    int told = ORDER.length;
    while (told > 4 && code.length(ORDER[told - 1]) == 0) {
      told--;
    }
    out.add(literalEnd - FIRST_LENGTH, 5);
    out.add(distanceEnd - 1, 5);
    out.add(told - 4, 4);
    for (int i = 0; i < told; i++) {
      out.add(code.length(ORDER[i]), 3);
    }
    for (int i = 0; i < lengths.length; i += run(lengths, i)) {
      int symbol = symbol(lengths, i);
      code.write(symbol, out);
      if (symbol == ZEROS) {
        out.add(run(lengths, i) - 3, 3);
      } else if (symbol == MANY_ZEROS) {
        out.add(run(lengths, i) - 11, 7);
      }
    }
  }

  /** How many lengths are told at once: a run of zeros, or one. */
  private static int run(int[] lengths, int from) {
    int end = from;
    while (end < lengths.length && lengths[end] == 0 && end - from < 138) {
      end++;
    }
    return end - from < 3 ? 1 : end - from;
  }

  private static int symbol(int[] lengths, int at) {
    int run = run(lengths, at);
    return run == 1 ? lengths[at] : run < 11 ? ZEROS : MANY_ZEROS;
  }
}
