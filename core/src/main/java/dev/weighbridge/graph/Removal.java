package dev.weighbridge.graph;

import dev.weighbridge.formats.columns.IntColumn;
import java.util.BitSet;

/** What would go if some nodes were not there: these, and all that only they lead to. Immutable. */
public final class Removal {
  private final ReferenceGraph graph;
  private final int[] removed;
  private final int[] following;

  private Removal(ReferenceGraph graph, int[] removed, int[] following) {
    this.graph = graph;
    this.removed = removed;
    this.following = following;
  }

  /** What would go with some nodes of a graph. */
  public static Removal of(ReferenceGraph graph, BitSet nodes) {
    Reachability before = Reachability.of(graph);
    Reachability after = Reachability.without(graph, nodes);
    IntColumn removed = new IntColumn(0);
    IntColumn following = new IntColumn(0);
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (nodes.get(node)) {
        removed.add(node);
      } else if (before.isReached(node) && !after.isReached(node)) {
        following.add(node);
      }
    }
    return new Removal(graph, removed.freeze(), following.freeze());
  }

  /** The nodes that are taken away, in the order of the file. */
  public int[] removed() {
    return removed.clone();
  }

  /** The nodes that were needed and are no longer, in the order of the file. */
  public int[] following() {
    return following.clone();
  }

  /** Bytes of the file that all of them take. */
  public long fileSize() {
    long sum = 0;
    for (int node : removed) {
      sum += graph.fileSize(node);
    }
    for (int node : following) {
      sum += graph.fileSize(node);
    }
    return sum;
  }
}
