package dev.weighbridge.crates.order;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;

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
    IntColumn pending = new IntColumn(0);
    int section = -1;
    int last = Candidates.NONE;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      int subject = partition.subject(span);
      if (partition.kindOrdinal(span) != Kind.UNWIND.ordinal()
          || partition.image(span) != image
          || subject < 0) {
        continue;
      }
      if (partition.section(span) != section) {
        section = partition.section(span);
        last = Candidates.NONE;
        pending.clear();
      }
      int function = runs.startingAt(owners.address(subject));
      if (function >= 0 && crate[function] == Candidates.NONE) {
        pending.add(function);
      } else if (function >= 0) {
        for (int i = 0; crate[function] == last && i < pending.count(); i++) {
          crate[pending.get(i)] = last;
        }
        pending.clear();
        last = crate[function];
      }
    }
  }
}
