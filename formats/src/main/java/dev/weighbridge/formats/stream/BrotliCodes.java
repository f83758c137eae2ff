package dev.weighbridge.formats.stream;

import java.util.Arrays;
import java.util.zip.DataFormatException;

/** Reads the descriptions of prefix codes and context maps in Brotli streams. RFC 7932, 3 and 7. */
final class BrotliCodes {
  private static final int SIMPLE = 1;
  private static final int[] ORDER = {1, 2, 3, 4, 0, 5, 17, 6, 16, 7, 8, 9, 10, 11, 12, 13, 14, 15};
  private static final int REPEAT = 16;
  private static final int SPACE_OF_LENGTHS = 32;
  private static final int SPACE = 1 << 15;

  private BrotliCodes() {}

  /** A count of 1 to 256. RFC 7932, 9.2, NBLTYPESL. */
  static int count(BitReader bits) throws DataFormatException {
    if (bits.read(1) == 0) {
      return 1;
    }
    int width = bits.read(3);
    return 1 + (1 << width) + bits.read(width);
  }

  /** Reads a code of symbols below some number. */
  static PrefixCode code(BitReader bits, int symbols) throws DataFormatException {
    int kind = bits.read(2);
    return kind == SIMPLE ? simple(bits, symbols) : complex(bits, symbols, kind);
  }

  /** RFC 7932, 3.4: up to four symbols. */
  private static PrefixCode simple(BitReader bits, int symbols) throws DataFormatException {
    int[] used = new int[bits.read(2) + 1];
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(symbols - 1);
    for (int i = 0; i < used.length; i++) {
      used[i] = bits.read(width);
      for (int j = 0; j < i; j++) {
        if (used[j] == used[i]) {
          throw new DataFormatException("a symbol with two codes");
        }
      }
      if (used[i] >= symbols) {
        throw new DataFormatException("a code of an unknown symbol");
      }
    }
    if (used.length == 1) {
      return PrefixCode.single(used[0]);
    }
    boolean isSteep = used.length == 3 || (used.length == 4 && bits.read(1) == 1);
    int[] lengths = new int[symbols];
    for (int i = 0; i < used.length; i++) {
      int flat = used.length == 2 ? 1 : 2;
      lengths[used[i]] = isSteep ? Math.min(i + 1, used.length - 1) : flat;
    }
    return PrefixCode.of(lengths, 0, symbols);
  }

  /** RFC 7932, 3.5: the lengths of all codes, in a code of their own. */
  private static PrefixCode complex(BitReader bits, int symbols, int skipped)
      throws DataFormatException {
    PrefixCode code = codeOfLengths(bits, skipped);
    int[] lengths = new int[symbols];
    int space = SPACE;
    int at = 0;
    int last = 8;
    int repeated = 0;
    int repeatedSymbol = -1;
    int used = 0;
    while (at < symbols && space > 0) {
      int symbol = code.read(bits);
      if (symbol < REPEAT) {
        repeated = 0;
        repeatedSymbol = -1;
        lengths[at++] = symbol;
        if (symbol != 0) {
          last = symbol;
          space -= SPACE >> symbol;
          used++;
        }
        continue;
      }
      int extra = symbol == REPEAT ? 2 : 3;
      int before = repeatedSymbol == symbol ? repeated : 0;
      repeated = (before == 0 ? 0 : (before - 2) << extra) + bits.read(extra) + 3;
      repeatedSymbol = symbol;
      int times = repeated - before;
      if (times > symbols - at) {
        throw new DataFormatException("more lengths than symbols");
      }
      if (symbol == REPEAT) {
        Arrays.fill(lengths, at, at + times, last);
        space -= times * (SPACE >> last);
        used += times;
      }
      at += times;
    }
    if (space != 0 || used < 2) {
      throw new DataFormatException("lengths that are no code");
    }
    return PrefixCode.of(lengths, 0, symbols);
  }

  private static PrefixCode codeOfLengths(BitReader bits, int skipped) throws DataFormatException {
    int[] lengths = new int[ORDER.length];
    int space = SPACE_OF_LENGTHS;
    int used = 0;
    int lastUsed = 0;
    for (int i = skipped; i < ORDER.length && space > 0; i++) {
      int length = length(bits);
      lengths[ORDER[i]] = length;
      if (length != 0) {
        space -= SPACE_OF_LENGTHS >> length;
        used++;
        lastUsed = ORDER[i];
      }
    }
    if (used == 1) {
      return PrefixCode.single(lastUsed);
    }
    if (space != 0) {
      throw new DataFormatException("lengths that are no code");
    }
    return PrefixCode.of(lengths, 0, lengths.length);
  }

  /** A length of 0 to 5: codes 00, 0111, 011, 10, 01, 1111, the last bit first. */
  private static int length(BitReader bits) throws DataFormatException {
    return switch (bits.read(2)) {
      case 0 -> 0;
      case 1 -> 4;
      case 2 -> 3;
      default -> bits.read(1) == 0 ? 2 : bits.read(1) == 0 ? 1 : 5;
    };
  }

  /** Reads which code belongs to which context. RFC 7932, 7.3. */
  static int[] contextMap(BitReader bits, int size, int codes) throws DataFormatException {
    int[] map = new int[size];
    int longestRun = bits.read(1) == 0 ? 0 : bits.read(4) + 1;
    PrefixCode code = code(bits, codes + longestRun);
    int at = 0;
    while (at < size) {
      int symbol = code.read(bits);
      if (symbol > 0 && symbol <= longestRun) {
        int run = (1 << symbol) + bits.read(symbol);
        if (run > size - at) {
          throw new DataFormatException("a context map that is too long");
        }
        at += run;
      } else {
        map[at++] = symbol == 0 ? 0 : symbol - longestRun;
      }
    }
    if (bits.read(1) == 1) {
      moveToFront(map);
    }
    return map;
  }

  private static void moveToFront(int[] map) {
    int[] recent = new int[256];
    for (int i = 0; i < recent.length; i++) {
      recent[i] = i;
    }
    for (int i = 0; i < map.length; i++) {
      int index = map[i];
      int value = recent[index];
      map[i] = value;
      System.arraycopy(recent, 0, recent, 1, index);
      recent[0] = value;
    }
  }
}
