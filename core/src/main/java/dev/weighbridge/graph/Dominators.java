package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;
import java.util.Objects;

/**
 * What keeps what: a node dominates another if everything that leads to the other from outside goes
 * through it, so that the other would go with it.
 *
 * <p>The nearest such node is the parent in a tree. At its top are nodes that are needed from
 * outside themselves, and nodes to which several ways lead that have nothing in common. Immutable.
 */
public final class Dominators {
  private static final DerivedKey<Dominators> KEY = new Key();

  private final ReferenceGraph graph;
  private final int[] parent;
  private final boolean[] isReached;
  private final long[] retainedSize;
  private final int[] retainedCount;
  private final int[] childStart;
  private final int[] children;

  Dominators(ReferenceGraph graph) {
    this.graph = graph;
    int nodes = graph.nodeCount();
    parent = new int[nodes];
    isReached = new boolean[nodes];
    retainedSize = new long[nodes];
    retainedCount = new int[nodes];
    DominatorFinder found = new DominatorFinder(graph);
    for (int node = 0; node < nodes; node++) {
      Work.checkAt(node);
      int number = found.number(node);
      isReached[node] = number != 0;
      parent[node] = number == 0 ? GraphNodes.NONE : found.node(found.dominator(number));
    }
    weigh(found);
    childStart = new int[nodes + 2];
    children = new int[found.count() - 1];
    order();
  }

  /** The dominators of the graph of a file; found when first asked for, then kept. */
  public static Dominators of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return attribution.uncut().get(KEY);
  }

  private record Key() implements DerivedKey<Dominators> {
    @Override
    public String name() {
      return "dominators";
    }

    @Override
    public Dominators derive(Attribution attribution, Work work) {
      return new Dominators(ReferenceGraph.of(attribution));
    }
  }

  /** Adds each node to the one above it, from the last number down: those below come first. */
  private void weigh(DominatorFinder found) {
    for (int number = found.count() - 1; number > 0; number--) {
      int node = found.node(number);
      retainedSize[node] += graph.fileSize(node);
      retainedCount[node]++;
      if (parent[node] != GraphNodes.NONE) {
        retainedSize[parent[node]] += retainedSize[node];
        retainedCount[parent[node]] += retainedCount[node];
      }
    }
  }

  /** Lists the nodes below each node, largest first; those at the top stand before all others. */
  private void order() {
    int nodes = parent.length;
    long[] keys = new long[nodes];
    for (int node = 0; node < nodes; node++) {
      keys[node] = Long.MAX_VALUE - retainedSize[node];
      if (isReached[node]) {
        childStart[parent[node] + 2]++;
      }
    }
    for (int i = 0; i <= nodes; i++) {
      childStart[i + 1] += childStart[i];
    }
    int[] next = childStart.clone();
    for (int node : Order.ascending(keys, nodes)) {
      if (isReached[node]) {
        children[next[parent[node] + 1]++] = node;
      }
    }
  }

  /** The graph. */
  public ReferenceGraph graph() {
    return graph;
  }

  /** Whether a node is needed from outside, itself or through others. */
  public boolean isReached(int node) {
    return isReached[node];
  }

  /** The nearest node that all ways to a node go through; -1 if there is none or no way at all. */
  public int dominator(int node) {
    return parent[node];
  }

  /**
   * All bytes of the file that would go with a node: its own and those of all nodes it dominates. 0
   * for a node that is not reached, as it keeps nothing.
   */
  public long retainedSize(int node) {
    return retainedSize[node];
  }

  /** How many nodes would go with a node, itself included; 0 if it is not reached. */
  public int retainedCount(int node) {
    return retainedCount[node];
  }

  /** The nodes whose nearest dominator is a node, those that retain most first. */
  public int[] below(int node) {
    return Arrays.copyOfRange(children, childStart[node + 1], childStart[node + 2]);
  }

  /** The nodes that no other dominates, those that retain most first. */
  public int[] top() {
    return below(GraphNodes.NONE);
  }

  @Override
  public String toString() {
    return "dominators, " + graph;
  }
}
