package dev.weighbridge.packages;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.query.Query;

/** Is told of each binary of a package, one at a time, while the package is gone through. */
public interface BinaryVisitor {
  /**
   * Takes note of one, and keeps nothing of it that it need not.
   *
   * @param entry the entry, a row of the table of entries
   * @param query what can be asked of it
   * @param shipped the bytes of the package that travel for it
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be read; then it is taken
   *     for contents that are no program
   */
  void binary(int entry, Query query, Measure shipped);

  /**
   * Forgets entries from one on: they were in a package in this one that turned out damaged, so
   * that it is an entry like others.
   */
  void withdraw(int first);
}
