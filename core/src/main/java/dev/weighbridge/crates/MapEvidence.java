package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Evidence;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Pricing;

/**
 * Tells the crates of bytes by the object files that a linker map says they are from.
 *
 * <p>Who compiled a byte the map says of all of them. Whose it is otherwise a name says better; but
 * where a span is somebody's only because that one refers to it, and the map has it in an object of
 * another crate, it is of that crate.
 */
final class MapEvidence {
  private final Attribution attribution;
  private final CratePolicy policy;
  private final UnitEvidence units;
  private final OwnerCrates owners;

  MapEvidence(Attribution attribution, CratePolicy policy, UnitEvidence units, OwnerCrates owners) {
    this.attribution = attribution;
    this.policy = policy;
    this.units = units;
    this.owners = owners;
  }

  /** Whether there is a map to ask. */
  private boolean isThere() {
    return attribution.file().images().stream().anyMatch(image -> image.members().isOfMap());
  }

  /** Settles the spans that the map knows better than what was found so far. */
  void settle(SpanCrates spans) {
    if (!isThere()) {
      return;
    }
    Partition partition = attribution.partition();
    for (int span = 0; span < partition.spanCount(); span++) {
      int crate = units.soleCrate(units.ofSpan(span));
      if (crate >= 0 && (policy == CratePolicy.INSTANTIATING || isOpen(span, crate))) {
        spans.settle(span, crate);
      }
    }
  }

  /** Whether nothing above the map's rung says whose a span is, or it says nothing of crates. */
  private boolean isOpen(int span, int crate) {
    Partition partition = attribution.partition();
    int payer = attribution.payer(span, Pricing.FULL);
    Owners all = attribution.owners();
    boolean isNamed = partition.names(span).compareTo(Evidence.MAP) < 0;
    if (all.isLabel(payer) || owners.crate(payer) < 0) {
      return true;
    }
    boolean isOfSameObject = units.of(payer) >= 0 && units.soleCrate(units.of(payer)) == crate;
    return !isNamed && !isOfSameObject && partition.subject(span) < 0;
  }
}
