package dev.weighbridge.formats.columns;

import java.util.Arrays;

/** A growing column of {@code byte} values. */
public final class ByteColumn {
  private byte[] values;
  private int count;

  /** An empty column with room for some rows. */
  public ByteColumn(int expectedRows) {
    values = new byte[Math.max(16, expectedRows)];
  }

  /** Appends a row. */
  public void add(byte value) {
    if (count == values.length) {
      values = Arrays.copyOf(values, Columns.grown(count));
    }
    values[count++] = value;
  }

  /** The value of a row. */
  public byte get(int index) {
    return values[index];
  }

  /** Changes the value of a row. */
  public void set(int index, byte value) {
    values[index] = value;
  }

  /** How many rows there are. */
  public int count() {
    return count;
  }

  /** The rows as an array of exactly {@link #count()} values, which this column gives away. */
  public byte[] freeze() {
    byte[] frozen = values.length == count ? values : Arrays.copyOf(values, count);
    values = new byte[16];
    count = 0;
    return frozen;
  }
}
