package dev.weighbridge.formats.columns;

import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;

/**
 * How many bytes the names of one table, or of one image, may come to.
 *
 * <p>Names may share bytes: equal ones all of them, and one may be the tail of another. Sound files
 * share some; in a hostile one of 1 MB tens of thousands of names are tails of one long string, and
 * come to gigabytes. Once the allowance is spent, names are cut short, and one diagnostic says so.
 */
public final class NameAllowance {
  private final String table;
  private final long amount;
  private final Diagnostics diagnostics;
  private long left;
  private boolean isTold;

  /**
   * An allowance by the size of what names are read from.
   *
   * @param table what has the names, for the diagnostic: {@code symbols}
   * @param bytes how long the file, image or string table is
   * @param diagnostics where it is told that names were cut
   */
  public NameAllowance(String table, long bytes, Diagnostics diagnostics) {
    this.table = table;
    this.diagnostics = diagnostics;
    amount = Limits.FREE_NAMES + Limits.NAME_SHARING * bytes;
    left = amount;
  }

  /** How many bytes it is worth to look at for the end of the next name. */
  public int room() {
    return (int) Math.max(Limits.CUT_NAME, Math.min(left, Limits.MAX_NAME_LENGTH));
  }

  /** How many bytes of a name of {@code length} bytes may be used, from its start. */
  public int take(int length) {
    if (length <= left) {
      left -= length;
      return length;
    }
    if (!isTold) {
      isTold = true;
      String expected = "at most " + amount + " bytes in all";
      String found = "more; further ones are cut to " + Limits.CUT_NAME + " bytes";
      diagnostics.warn(table + ".names", -1, expected, found);
    }
    return Math.min(length, Limits.CUT_NAME);
  }
}
