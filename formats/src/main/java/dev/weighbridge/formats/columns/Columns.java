package dev.weighbridge.formats.columns;

import dev.weighbridge.formats.problems.Limits;

/** What all columns share: how they grow, and what they say of a row that is not there. */
final class Columns {
  private Columns() {}

  /** The next capacity of a full column: half as much again. */
  static int grown(int count) {
    if (count >= Limits.MAX_ROWS) {
      throw new IllegalStateException("a table of more than " + Limits.MAX_ROWS + " rows");
    }
    return (int) Math.min(Limits.MAX_ROWS, count + (count >> 1) + 16L);
  }

  /**
   * The error of a row behind the last; of one below 0 the array has its own. Columns compare for
   * themselves, which leaves less to compile than the check of the library.
   */
  static IndexOutOfBoundsException noRow(int index, int count) {
    return new IndexOutOfBoundsException("expected a row below " + count + ", found " + index);
  }

  /** A capacity for some more rows; at least a growth step, so that reserving often is no loss. */
  static int roomFor(int count, int more) {
    if (more < 0 || more > Limits.MAX_ROWS - count) {
      throw new IllegalStateException("a table of more than " + Limits.MAX_ROWS + " rows");
    }
    return Math.max(count + more, count == 0 ? 0 : grown(count));
  }
}
