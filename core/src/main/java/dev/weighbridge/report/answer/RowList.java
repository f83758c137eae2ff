package dev.weighbridge.report.answer;

import java.util.AbstractList;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Rows of a table that are made when they are asked for, so that a million of them take no room.
 *
 * @param <R> a row
 */
public final class RowList<R> extends AbstractList<R> {
  private final int count;
  private final IntFunction<R> rows;

  /**
   * Rows by their index.
   *
   * @param count how many there are
   */
  public RowList(int count, IntFunction<R> rows) {
    Objects.requireNonNull(rows, "rows");
    this.count = count;
    this.rows = rows;
  }

  @Override
  public R get(int index) {
    return rows.apply(Objects.checkIndex(index, count));
  }

  @Override
  public int size() {
    return count;
  }
}
