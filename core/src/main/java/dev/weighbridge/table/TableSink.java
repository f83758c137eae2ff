package dev.weighbridge.table;

import java.io.IOException;

/** Takes the rows of a table, one after another. */
@FunctionalInterface
public interface TableSink {
  /**
   * Takes a row, which is another one when the next is given.
   *
   * @throws IOException if it cannot be written
   */
  void add(TableRow row) throws IOException;
}
