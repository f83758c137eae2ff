package dev.weighbridge.formats.columns;

import dev.weighbridge.formats.bytes.Bytes;

/**
 * A window that slides over the rows of a table, some thousand at a time copied to the heap.
 *
 * <p>Reading rows from the heap is several times faster than from a mapped file, above all before
 * the code is compiled. The use is always the same:
 *
 * <pre>{@code
 * RowWindow window = new RowWindow(file, start, stride, count);
 * while (window.next()) {
 *   Bytes rows = window.bytes();
 *   for (int i = 0, at = 0; i < window.rows(); i++, at += stride) {
 *     ... rows.u32(at) ...
 *   }
 * }
 * }</pre>
 */
public final class RowWindow {
  /** Fits the second-level cache of every machine in use and still spreads the cost of a call. */
  private static final int SIZE = 64 << 10;

  private final Bytes file;
  private final long start;
  private final int stride;
  private final int count;
  private final byte[] array;
  private final Bytes window;
  private int first;
  private int rows;

  /**
   * A window before the first row.
   *
   * @param start position of the first row in {@code file}
   * @param stride bytes from one row to the next, at least 1
   * @param count how many rows there are
   * @throws IndexOutOfBoundsException if the rows do not lie inside {@code file}
   */
  public RowWindow(Bytes file, long start, int stride, int count) {
    if (!file.contains(start, (long) stride * count)) {
      throw new IndexOutOfBoundsException(count + " rows of " + stride + " bytes at " + start);
    }
    this.file = file;
    this.start = start;
    this.stride = stride;
    this.count = count;
    int perWindow = Math.min(count, Math.max(1, SIZE / stride));
    this.array = new byte[perWindow * stride];
    this.window = Bytes.of(array).withOrder(file.order());
  }

  /** Slides to the next rows; false if there are none. */
  public boolean next() {
    first += rows;
    rows = Math.min(count - first, array.length / stride);
    if (rows <= 0) {
      return false;
    }
    file.copy(start + (long) first * stride, array, 0, rows * stride);
    return true;
  }

  /** Index of the first row in the window. */
  public int first() {
    return first;
  }

  /** How many rows the window holds now. */
  public int rows() {
    return rows;
  }

  /** The bytes of the window: row {@link #first()} at position 0, in the order of the file. */
  public Bytes bytes() {
    return window;
  }
}
