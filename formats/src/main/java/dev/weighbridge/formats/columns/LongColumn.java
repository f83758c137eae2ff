package dev.weighbridge.formats.columns;

import java.util.Arrays;

/** A growing column of {@code long} values. */
public final class LongColumn {
  private long[] values;
  private int count;

  /** An empty column with room for some rows. */
  public LongColumn(int expectedRows) {
    values = new long[Math.max(16, expectedRows)];
  }

  /** Appends a row. */
  public void add(long value) {
    if (count == values.length) {
      grow();
    }
    values[count++] = value;
  }

  /** Apart from {@link #add}, which is so short that the quick compiler puts it into loops. */
  private void grow() {
    values = Arrays.copyOf(values, Columns.grown(count));
  }

  /** Appends all rows of another column. */
  public void addAll(LongColumn more) {
    reserve(more.count);
    System.arraycopy(more.values, 0, values, count, more.count);
    count += more.count;
  }

  /** Makes room for some more rows, so that adding them copies nothing. */
  public void reserve(int more) {
    if (more > values.length - count) {
      values = Arrays.copyOf(values, Columns.roomFor(count, more));
    }
  }

  /**
   * The value of a row.
   *
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public long get(int index) {
    if (index >= count) {
      throw Columns.noRow(index, count);
    }
    return values[index];
  }

  /** Changes the value of a row. */
  public void set(int index, long value) {
    if (index >= count) {
      throw Columns.noRow(index, count);
    }
    values[index] = value;
  }

  /** Takes all rows away, and keeps the room for others. */
  public void clear() {
    count = 0;
  }

  /** How many rows there are. */
  public int count() {
    return count;
  }

  /** The rows as an array of exactly {@link #count()} values, which this column gives away. */
  public long[] freeze() {
    long[] frozen = values.length == count ? values : Arrays.copyOf(values, count);
    values = new long[16];
    count = 0;
    return frozen;
  }
}
