package dev.weighbridge.crates;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.crates.order.LinkOrder;
import dev.weighbridge.crates.order.OrderedCrates;
import dev.weighbridge.demangle.CrateName;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.work.Work;

/**
 * Tells the crates of code that has lost its names: whose compilation made it by the order of the
 * link, whose source it is by the paths of its own panic locations. Neither stands for the other.
 */
final class UnnamedCode {
  /** What owns the code of the standard library where it is not known which of its crates does. */
  static final String STANDARD = "[standard library]";

  /** What owns the code of the program where nothing tells what it is called. */
  static final String PROGRAM = "[program]";

  private final Attribution attribution;
  private final CratePolicy policy;
  private final CrateRows crates;
  private final OwnerCrates found;

  UnnamedCode(Attribution attribution, CratePolicy policy, CrateRows crates, OwnerCrates found) {
    this.attribution = attribution;
    this.policy = policy;
    this.crates = crates;
    this.found = found;
  }

  /** Settles the owners of code that have no crate so far. */
  void settle(Work work) {
    OrderedCrates ordered = LinkOrder.of(attribution, work);
    if (ordered.count() == 0) {
      return;
    }
    boolean isByOrder = policy == CratePolicy.INSTANTIATING;
    int[] rows = rows(ordered);
    Partition partition = attribution.partition();
    Owners owners = attribution.owners();
    int range = 0;
    for (int span = 0; span < partition.fileSpanCount(); span++) {
      while (range < ordered.count() && ordered.end(range) <= partition.start(span)) {
        range++;
      }
      if (range == ordered.count()) {
        return;
      }
      int owner = partition.owner(span);
      boolean isOpen = !owners.isLabel(owner) && found.crate(owner) < 0;
      int crate = isByOrder ? ordered.byOrder(range) : ordered.byPath(range);
      if (isOpen
          && crate >= 0
          && ordered.start(range) <= partition.start(span)
          && partition.kindOrdinal(span) == Kind.CODE.ordinal()) {
        CrateEvidence evidence = isByOrder ? CrateEvidence.LINK_ORDER : CrateEvidence.SOURCE_PATH;
        found.settle(owner, rows[crate], evidence);
      }
    }
  }

  private int[] rows(OrderedCrates ordered) {
    int[] rows = new int[ordered.crateCount()];
    for (int crate = 0; crate < rows.length; crate++) {
      boolean isStandard = crate == OrderedCrates.STANDARD;
      String name = ordered.name(crate);
      String text = isStandard ? STANDARD : name.isEmpty() ? PROGRAM : name;
      CrateOrigin origin = isStandard ? CrateOrigin.STANDARD : CrateOrigin.USER;
      rows[crate] = crates.of(new CrateName(text, 0), origin);
    }
    return rows;
  }
}
