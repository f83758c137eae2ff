package dev.weighbridge.internal.packed;

import dev.weighbridge.formats.SymbolTable;
import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * Packs the names of a symbol table: each different name once, in the order of their bytes, without
 * what it shares with the one before.
 */
public final class NameTableWriter {
  /** Most bytes taken from the name before: what one byte can say. */
  static final int MAX_SHARED = 255;

  private final SymbolTable symbols;
  private final byte[] pool;
  private final int[] start;
  private final int[] number;
  private final int[] sorted;
  private long comparisons;

  /** Sorts the names of a table. */
  public NameTableWriter(SymbolTable symbols) {
    this.symbols = symbols;
    int count = symbols.count();
    start = new int[count + 1];
    long end = 0;
    for (int row = 0; row < count; row++) {
      end += symbols.nameLength(row);
      start[row + 1] = (int) end;
      if (end > Limits.MAX_UNCOMPRESSED) {
        String expected = "at most " + Limits.MAX_UNCOMPRESSED + " bytes of symbol names to save";
        throw new UnsupportedBinaryException("names", -1, expected, "more");
      }
    }
    pool = new byte[start[count]];
    byte[] name = new byte[longest()];
    for (int row = 0; row < count; row++) {
      symbols.copyName(row, name);
      System.arraycopy(name, 0, pool, start[row], symbols.nameLength(row));
    }
    number = new int[count];
    sorted = sort();
  }

  private int longest() {
    int longest = 0;
    for (int row = 0; row < symbols.count(); row++) {
      longest = Math.max(longest, symbols.nameLength(row));
    }
    return longest;
  }

  private int[] sort() {
    Integer[] rows = new Integer[symbols.count()];
    Arrays.setAll(rows, i -> i);
    Arrays.sort(rows, this::compare);
    int[] distinct = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (i == 0 || compare(rows[i - 1], rows[i]) != 0) {
        distinct[count++] = rows[i];
      }
      number[rows[i]] = count - 1;
    }
    return Arrays.copyOf(distinct, count);
  }

  private int compare(int one, int other) {
    Work.checkAt(comparisons++);
    return Arrays.compareUnsigned(
        pool, start[one], start[one + 1], pool, start[other], start[other + 1]);
  }

  /** The number of a symbol's name among the different names. */
  public int number(int row) {
    return number[row];
  }

  /** Writes how many names there are, and the names. */
  public void write(PackedWriter out) {
    out.number(sorted.length);
    int last = -1;
    for (int row : sorted) {
      int shared = last < 0 ? 0 : shared(last, row);
      int length = start[row + 1] - start[row];
      out.u8(shared).number(length - shared);
      out.bytes(pool, start[row] + shared, length - shared);
      last = row;
    }
  }

  private int shared(int one, int other) {
    int differs =
        Arrays.mismatch(pool, start[one], start[one + 1], pool, start[other], start[other + 1]);
    int length = start[other + 1] - start[other];
    return Math.min(differs < 0 ? length : differs, MAX_SHARED);
  }
}
