package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;

/**
 * Tells the crates of what GNU ld has put before the plain code: it leaves unwind records in the
 * order of the objects, those of code that seldom runs among those of the rest of its crate.
 */
final class UnwindOrder {
  private final Attribution attribution;
  private final int image;
  private final CodeRuns runs;

  UnwindOrder(Attribution attribution, int image, CodeRuns runs) {
    this.attribution = attribution;
    this.image = image;
    this.runs = runs;
  }

  /**
   * Gives functions without a crate that of both neighbours in the order of the unwind records.
   *
   * @param crate of each function, {@link Candidates#NONE} where nothing tells so far
   */
  void fill(int[] crate) {
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    Gap gap = new Gap();
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int subject = partition.subject(span);
      if (partition.kindOrdinal(span) != Kind.UNWIND.ordinal()
          || partition.image(span) != image
          || subject < 0) {
        continue;
      }
      gap.enter(partition.section(span));
      int function = runs.startingAt(owners.address(subject));
      if (function >= 0 && crate[function] == Candidates.NONE) {
        gap.await(function);
      } else if (function >= 0) {
        int told = crate[function];
        if (told == gap.before()) {
          gap.fill(one -> crate[one] = told);
        }
        gap.close(told);
      }
    }
  }
}
