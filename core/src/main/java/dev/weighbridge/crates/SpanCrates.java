package dev.weighbridge.crates;

import java.util.Arrays;

/** The crates of spans that are known of the spans themselves, whoever is said to own them. */
final class SpanCrates {
  private final int[] crate;

  SpanCrates(int spans) {
    crate = new int[spans];
    Arrays.fill(crate, -1);
  }

  void settle(int span, int row) {
    crate[span] = row;
  }

  /** The row of the crate of a span, or -1. */
  int crate(int span) {
    return crate[span];
  }

  /** Marks the crates that own a span. */
  void markUsed(boolean[] isUsed) {
    for (int row : crate) {
      if (row >= 0) {
        isUsed[row] = true;
      }
    }
  }

  /** Gives the crates new rows. */
  void renumber(int[] newRow) {
    for (int span = 0; span < crate.length; span++) {
      crate[span] = crate[span] < 0 ? -1 : newRow[crate[span]];
    }
  }
}
