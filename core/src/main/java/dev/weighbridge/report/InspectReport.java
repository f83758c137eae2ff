package dev.weighbridge.report;

import dev.weighbridge.formats.BinaryFile;

/**
 * What the parser knows of a file, before any conclusion: the answer of the {@code inspect}
 * command.
 *
 * @param file the file
 * @param limit rows of each list of symbols, imports and exports; 0 shows all
 */
public record InspectReport(BinaryFile file, int limit) {
  /** Checks the limit. */
  public InspectReport {
    if (limit < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + limit);
    }
  }

  /** How many rows of a list are shown. */
  int shown(int count) {
    return limit == 0 ? count : Math.min(limit, count);
  }
}
