package dev.weighbridge.formats.dwarf.lines;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;

/**
 * The rows of one sequence of a line program as columns: code in one piece. Filled anew for each
 * sequence.
 *
 * <p>Not for use by several threads.
 */
public final class LineSequence {
  private final LongColumn address = new LongColumn(0);
  private final IntColumn file = new IntColumn(0);
  private final IntColumn line = new IntColumn(0);
  private final IntColumn column = new IntColumn(0);
  private long end;
  private boolean isAscending;

  /** A sequence without rows. */
  public LineSequence() {}

  /**
   * Reads the next sequence; false if there are no more. Rows that no end follows make none.
   *
   * @param rows where reading goes on
   */
  public boolean read(LineCursor rows) {
    address.clear();
    file.clear();
    line.clear();
    column.clear();
    isAscending = true;
    long before = 0;
    while (rows.next()) {
      long at = rows.address();
      isAscending &= address.count() == 0 || Long.compareUnsigned(before, at) <= 0;
      before = at;
      if (rows.isEndOfSequence()) {
        end = at;
        return true;
      }
      address.add(at);
      file.add(rows.file());
      line.add(rows.line());
      column.add(rows.column());
    }
    return false;
  }

  /** How many rows there are, without the one that ends the sequence. */
  public int count() {
    return address.count();
  }

  /** Address of the first instruction that a row is about. */
  public long address(int row) {
    return address.get(row);
  }

  /** Where the code of a row ends: at the next row, or at the end of the sequence. */
  public long end(int row) {
    return row + 1 < address.count() ? address.get(row + 1) : end;
  }

  /** Number of the file of a row; see {@link LineCursor#file}. */
  public int file(int row) {
    return file.get(row);
  }

  /** Line of a row; 0 if the code is from no line. */
  public int line(int row) {
    return line.get(row);
  }

  /** Column of a row; 0 if it is not known. */
  public int column(int row) {
    return column.get(row);
  }

  /** Address of the first row; the end of the sequence if it has no rows. */
  public long start() {
    return address.count() == 0 ? end : address.get(0);
  }

  /** End of the code, exclusive. */
  public long end() {
    return end;
  }

  /** Whether no address is below the one before it, as the standard demands. DWARF 5, 6.2.5. */
  public boolean isAscending() {
    return isAscending;
  }

  @Override
  public String toString() {
    return count() + " lines";
  }
}
