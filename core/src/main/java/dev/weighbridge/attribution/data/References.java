package dev.weighbridge.attribution.data;

import dev.weighbridge.formats.columns.IntColumn;

/**
 * References from a part of the code into windows, as columns. A large program has millions, so all
 * is told as small numbers.
 */
final class References {
  private final long start;
  private final IntColumn source;
  private final IntColumn window;
  private final IntColumn offset;

  /**
   * None yet, and room for some.
   *
   * @param start place of the part's first byte
   */
  References(long start, int expected) {
    this.start = start;
    source = new IntColumn(expected);
    window = new IntColumn(expected);
    offset = new IntColumn(expected);
  }

  /**
   * Notes a reference.
   *
   * @param from place of the instruction that refers, less than 2^31 from the start of the part
   * @param index the window
   * @param inside bytes from the start of the window to the address referred to
   */
  void add(long from, int index, int inside) {
    source.add((int) (from - start));
    window.add(index);
    offset.add(inside);
  }

  /** How many were noted. */
  int count() {
    return source.count();
  }

  /** Place of the instruction that refers. */
  long source(int index) {
    return start + source.get(index);
  }

  /** Index of the window that holds the address referred to. */
  int window(int index) {
    return window.get(index);
  }

  /** Bytes from the start of the window to the address referred to. */
  int offset(int index) {
    return offset.get(index);
  }
}
