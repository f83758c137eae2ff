package dev.weighbridge.formats.columns;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.Limits;

/** Counts of rows as headers state them, never to be trusted. */
public final class StatedRows {
  private StatedRows() {}

  /**
   * How many of the rows stated lie inside the file and the limits; says so if not all do.
   *
   * @param structure what errors call the table
   * @param start file offset of the first row
   * @param size bytes of a row, at least 1
   * @param count how many rows are stated, 0 or more
   */
  public static int inside(
      Bytes file, String structure, long start, int size, long count, Diagnostics diagnostics) {
    long room = start > file.length() ? 0 : (file.length() - start) / size;
    long fits = Math.min(Math.min(room, count), Limits.MAX_ROWS);
    if (fits < count) {
      diagnostics.error(structure, start, count + " rows", fits + " inside the file");
    }
    return (int) fits;
  }
}
