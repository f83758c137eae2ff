package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;

/**
 * Finds the owners that have bytes or that bytes are about; nothing need be known of the others.
 */
final class OwnersWithBytes {
  private OwnersWithBytes() {}

  /** Whether an owner id is one of them. */
  static boolean[] of(Attribution attribution) {
    Partition partition = attribution.partition();
    boolean[] isPayer = new boolean[attribution.owners().count()];
    for (int span = 0; span < partition.spanCount(); span++) {
      isPayer[partition.owner(span)] = true;
      int subject = partition.subject(span);
      if (subject >= 0) {
        isPayer[subject] = true;
      }
    }
    return isPayer;
  }
}
