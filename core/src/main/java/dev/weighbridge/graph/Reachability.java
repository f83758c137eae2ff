package dev.weighbridge.graph;

import dev.weighbridge.formats.work.Work;
import java.util.BitSet;
import java.util.Objects;

/** Which nodes of a graph something that is needed from outside leads to. Immutable. */
public final class Reachability {
  private final BitSet reached;

  private Reachability(BitSet reached) {
    this.reached = reached;
  }

  /** What is reached in a graph as it is. */
  public static Reachability of(ReferenceGraph graph) {
    Objects.requireNonNull(graph, "graph");
    return without(graph, new BitSet());
  }

  /**
   * What is reached if some nodes were not there.
   *
   * @param removed the nodes that are gone; they are not reached, nor is anything through them
   */
  public static Reachability without(ReferenceGraph graph, BitSet removed) {
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(removed, "removed");
    BitSet reached = new BitSet(graph.nodeCount());
    int[] queue = new int[graph.nodeCount()];
    int end = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (graph.isRoot(node) && !removed.get(node)) {
        reached.set(node);
        queue[end++] = node;
      }
    }
    for (int next = 0; next < end; next++) {
      Work.checkAt(next);
      for (int edge = graph.edgeStart(queue[next]); edge < graph.edgeEnd(queue[next]); edge++) {
        int target = graph.target(edge);
        if (!reached.get(target) && !removed.get(target)) {
          reached.set(target);
          queue[end++] = target;
        }
      }
    }
    return new Reachability(reached);
  }

  /** Whether a node is needed from outside, itself or through others. */
  public boolean isReached(int node) {
    return reached.get(node);
  }

  @Override
  public String toString() {
    return reached.cardinality() + " nodes reached";
  }
}
