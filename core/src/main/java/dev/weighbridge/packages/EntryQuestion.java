package dev.weighbridge.packages;

import dev.weighbridge.formats.packages.entries.Region;

/** What is asked of each binary of a package while it is gone through. */
interface EntryQuestion {
  /**
   * Asks it of one.
   *
   * @param entry the entry, a row of the table of entries of the outermost package
   * @throws dev.weighbridge.formats.problems.BinaryException if it cannot be read
   */
  void ask(int entry, String name, Region binary);

  /** Forgets what was asked of entries from one on: the package in the package is damaged. */
  void withdraw(int first);
}
