package dev.weighbridge;

import dev.weighbridge.attribution.Pricing;
import dev.weighbridge.crates.CrateTable;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.Removal;
import dev.weighbridge.query.Query;
import java.util.BitSet;

/** What would go with a crate. */
final class CrateRemoval {
  private CrateRemoval() {}

  /** All code and data of every crate of a name, and all that only they lead to. */
  static Removal of(Query query, String name) {
    ReferenceGraph graph = ReferenceGraph.completeOf(query.attribution());
    CrateTable crates = query.crates();
    BitSet nodes = new BitSet();
    for (int node = 0; node < graph.nodeCount(); node++) {
      int owner = graph.owner(node);
      int crate =
          owner < 0 ? crates.ofSpan(graph.firstSpan(node), Pricing.FULL) : crates.ofOwner(owner);
      nodes.set(node, crate >= 0 && crates.isNamed(crate, name));
    }
    return Removal.of(graph, "crate " + name, nodes);
  }
}
