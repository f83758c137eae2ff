package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.work.Work;
import java.util.BitSet;
import java.util.Objects;
import java.util.regex.Pattern;

/** What would go if some nodes were not there: these, and all that only they lead to. Immutable. */
public final class Removal {
  private final ReferenceGraph graph;
  private final String what;
  private final int[] removed;
  private final int[] following;

  private Removal(ReferenceGraph graph, String what, int[] removed, int[] following) {
    this.graph = graph;
    this.what = what;
    this.removed = removed;
    this.following = following;
  }

  /**
   * What would go with some nodes of a graph.
   *
   * @param what the nodes are, for people: {@code crate serde}
   */
  public static Removal of(ReferenceGraph graph, String what, BitSet nodes) {
    Objects.requireNonNull(graph, "graph");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(nodes, "nodes");
    Reachability before = Reachability.of(graph);
    Reachability after = Reachability.without(graph, nodes);
    IntColumn removed = new IntColumn(0);
    IntColumn following = new IntColumn(0);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Work.checkAt(node);
      if (nodes.get(node)) {
        removed.add(node);
      } else if (before.isReached(node) && !after.isReached(node)) {
        following.add(node);
      }
    }
    return new Removal(graph, what, removed.freeze(), following.freeze());
  }

  /**
   * What would go with the items in whose readable name, or one of whose raw names, a pattern is
   * found.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public static Removal ofSymbols(Attribution attribution, Pattern pattern) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(pattern, "pattern");
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    BitSet nodes = new NodeFinder(attribution).matching(pattern);
    return of(graph, "symbols matching " + pattern, nodes);
  }

  /** What is taken away, for people. */
  public String what() {
    return what;
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

  @Override
  public String toString() {
    return what + ", " + removed.length + " removed, " + following.length + " following";
  }
}
