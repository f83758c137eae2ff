package dev.weighbridge.report.answer;

import java.util.List;

/**
 * The rows below a row.
 *
 * @param <R> a row
 */
public interface Levels<R> {
  /**
   * The rows below a row, in order; empty if there are none.
   *
   * @param level at which the row stands, from 1
   */
  List<R> below(R row, int level);

  /**
   * Whether a row that has no rows below it could have some, so that programs get an empty list.
   *
   * @param level at which the row stands, from 1
   */
  default boolean isOpen(R row, int level) {
    return false;
  }
}
