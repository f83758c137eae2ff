package dev.weighbridge.formats;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.problems.Limits;
import java.util.Arrays;

/**
 * How long the names of a symbol table are, and which row's name stands for which bytes.
 *
 * <p>Names share bytes: equal names share all, and a linker puts {@code bar} into the end of {@code
 * foobar}. Visited in the order of their offsets, a name that starts before the previous one ends,
 * ends with it. So each byte of the string table is looked at once, however the offsets lie.
 */
final class SymbolNames {
  /** How many bytes of the string table are brought to the heap at a time. */
  private static final int WINDOW = 64 << 10;

  private final int[] lengths;
  private final int[] firstUsers;

  private SymbolNames(int[] lengths, int[] firstUsers) {
    this.lengths = lengths;
    this.firstUsers = firstUsers;
  }

  /** Bytes of each row's name without the NUL; 0 if it lies outside the table. Do not change. */
  int[] lengths() {
    return lengths;
  }

  /**
   * The rows whose names cover the named bytes, each byte once, in the order of the table: the
   * first user of the longest name. Do not change.
   */
  int[] firstUsers() {
    return firstUsers;
  }

  /** Measures the names that start at these offsets, unsigned; 0 stands for no name. */
  static SymbolNames of(Bytes strings, int[] offsets) {
    int[] rows = rowsByOffset(offsets);
    int[] lengths = new int[offsets.length];
    int[] users = new int[rows.length];
    int used = 0;
    NameEnds ends = new NameEnds(strings);
    long previousEnd = 0;
    for (int row : rows) {
      long offset = offsets[row] & 0xFFFF_FFFFL;
      if (offset >= strings.length()) {
        break;
      }
      if (offset >= previousEnd) {
        previousEnd = ends.after(offset) + 1;
        users[used++] = row;
      }
      lengths[row] = (int) Math.min(previousEnd - 1 - offset, Limits.MAX_NAME_LENGTH);
    }
    return new SymbolNames(lengths, Arrays.copyOf(users, used));
  }

  /** The rows that have a name, by ascending offset; of equal ones the first row first. */
  private static int[] rowsByOffset(int[] offsets) {
    long[] keys = new long[offsets.length];
    int[] rows = new int[offsets.length];
    int named = 0;
    boolean isAscending = true;
    long last = 0;
    for (int i = 0; i < offsets.length; i++) {
      long offset = offsets[i] & 0xFFFF_FFFFL;
      if (offset != 0) {
        keys[i] = offset;
        rows[named++] = i;
        isAscending &= last <= offset;
        last = offset;
      }
    }
    int[] found = Arrays.copyOf(rows, named);
    return isAscending ? found : Order.sorted(keys, found);
  }

  /** Finds the ends of names that are asked for in ascending order. */
  private static final class NameEnds {
    private final Bytes strings;
    private final byte[] array;
    private final Bytes window;
    private long windowStart;
    private int windowLength;

    NameEnds(Bytes strings) {
      this.strings = strings;
      this.array = new byte[(int) Math.min(WINDOW, strings.length())];
      this.window = Bytes.of(array);
    }

    /** Offset of the NUL that ends the name at {@code offset}, or the end of the table. */
    long after(long offset) {
      long at = offset;
      while (at < strings.length()) {
        if (at < windowStart || at >= windowStart + windowLength) {
          slideTo(at);
        }
        long nul = window.indexOf((byte) 0, at - windowStart, windowLength);
        if (nul >= 0) {
          return windowStart + nul;
        }
        at = windowStart + windowLength;
      }
      return strings.length();
    }

    private void slideTo(long at) {
      windowStart = at;
      windowLength = (int) Math.min(array.length, strings.length() - at);
      strings.copy(at, array, 0, windowLength);
    }
  }
}
