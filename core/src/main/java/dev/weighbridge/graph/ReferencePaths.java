package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * Why a node is in the file: the shortest way to it through each node that refers to it.
 *
 * <p>There may be more ways through a graph than anybody can count, so each direct referrer gives
 * one. A search from everything that is needed from outside, in which the node itself is missing,
 * finds all of them at once. Immutable.
 */
public final class ReferencePaths {
  private static final int NONE = GraphNodes.NONE;

  private final Attribution attribution;
  private final ReferenceGraph graph;
  private final int node;
  private final int[] from;
  private final int[] through;
  private final int[] distance;
  private final int[] needed;
  private final int[] notNeeded;

  private ReferencePaths(Attribution attribution, int node) {
    this.attribution = attribution;
    graph = ReferenceGraph.of(attribution);
    this.node = node;
    from = new int[graph.nodeCount()];
    through = new int[graph.nodeCount()];
    distance = new int[graph.nodeCount()];
    Arrays.fill(from, NONE);
    Arrays.fill(through, NONE);
    Arrays.fill(distance, NONE);
    search();
    IntColumn reached = new IntColumn(0);
    IntColumn unreached = new IntColumn(0);
    for (int referrer = 0; referrer < graph.nodeCount(); referrer++) {
      if (edge(referrer) != NONE) {
        (distance[referrer] == NONE ? unreached : reached).add(referrer);
      }
    }
    needed = nearestFirst(reached.freeze());
    notNeeded = unreached.freeze();
  }

  /** The ways to a node of the graph of a file. */
  public static ReferencePaths to(Attribution attribution, int node) {
    Objects.requireNonNull(attribution, "attribution");
    return new ReferencePaths(attribution.uncut(), node);
  }

  /** Finds the shortest way to every other node that does not lead through this one. */
  private void search() {
    int[] queue = new int[graph.nodeCount()];
    int end = 0;
    for (int root = 0; root < graph.nodeCount(); root++) {
      if (graph.isRoot(root) && root != node) {
        distance[root] = 0;
        queue[end++] = root;
      }
    }
    for (int next = 0; next < end; next++) {
      Work.checkAt(next);
      int source = queue[next];
      for (int edge = graph.edgeStart(source); edge < graph.edgeEnd(source); edge++) {
        int target = graph.target(edge);
        if (target != node && distance[target] == NONE) {
          distance[target] = distance[source] + 1;
          from[target] = source;
          through[target] = edge;
          queue[end++] = target;
        }
      }
    }
  }

  private int[] nearestFirst(int[] referrers) {
    long[] keys = new long[referrers.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = distance[referrers[i]];
    }
    int[] sorted = Order.ascending(keys, keys.length);
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = referrers[sorted[i]];
    }
    return sorted;
  }

  /** The edge from a node to the one in question, or -1; the edges of a node ascend. */
  private int edge(int source) {
    int low = graph.edgeStart(source);
    int high = graph.edgeEnd(source) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int target = graph.target(middle);
      if (target == node) {
        return middle;
      }
      if (target < node) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }

  /** The node in question. */
  public int node() {
    return node;
  }

  /** How many ways there are: one for each needed referrer, one more if it is a root itself. */
  public int count() {
    return needed.length + (graph.isRoot(node) ? 1 : 0);
  }

  /** The nodes that refer to it and are not needed, or only through itself. */
  public int[] notNeeded() {
    return notNeeded.clone();
  }

  /**
   * The shortest ways, shortest first.
   *
   * @param limit how many at most
   */
  public List<ReferencePath> shortest(int limit) {
    List<ReferencePath> paths = new ArrayList<>();
    if (graph.isRoot(node) && limit > 0) {
      ReferencePath.Step self = new ReferencePath.Step(node, -1, -1);
      paths.add(new ReferencePath(graph.rootReason(node).orElseThrow(), List.of(self)));
    }
    for (int i = 0; i < needed.length && paths.size() < limit; i++) {
      paths.add(path(needed[i]));
    }
    return paths;
  }

  private ReferencePath path(int referrer) {
    List<ReferencePath.Step> steps = new ArrayList<>();
    steps.add(step(node, edge(referrer)));
    int at = referrer;
    while (from[at] != NONE) {
      steps.add(step(at, through[at]));
      at = from[at];
    }
    steps.add(new ReferencePath.Step(at, -1, -1));
    Collections.reverse(steps);
    return new ReferencePath(graph.rootReason(at).orElseThrow(), steps);
  }

  private ReferencePath.Step step(int to, int edge) {
    Partition partition = attribution.partition();
    long place = graph.place(edge);
    int span = partition.spanAt(place);
    int image = span < 0 ? -1 : partition.image(span);
    long address = image < 0 ? -1 : attribution.addressMap(image).address(place);
    return new ReferencePath.Step(to, place < partition.fileSize() ? place : -1, address);
  }

  @Override
  public String toString() {
    return graph.text(node) + ", " + graph;
  }
}
