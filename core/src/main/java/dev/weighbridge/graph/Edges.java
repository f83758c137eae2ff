package dev.weighbridge.graph;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * Edges from node to node, by where they start: each pair once, with the place of the first
 * reference that makes it. Immutable.
 */
final class Edges {
  private final int[] start;
  private final int[] target;
  private final long[] place;

  private Edges(int[] start, int[] target, long[] place) {
    this.start = start;
    this.target = target;
    this.place = place;
  }

  int count() {
    return target.length;
  }

  /** The first edge that starts at a node; of the number of nodes the end of all edges. */
  int start(int node) {
    return start[node];
  }

  int target(int edge) {
    return target[edge];
  }

  /** File offset of the reference. */
  long place(int edge) {
    return place[edge];
  }

  /** The same edges the other way round, sorted by where they now lead to; places stay. */
  Edges reversed() {
    int nodes = start.length - 1;
    int[] first = new int[nodes + 1];
    for (int node : target) {
      first[node + 1]++;
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
    int[] next = first.clone();
    int[] sources = new int[target.length];
    long[] places = new long[target.length];
    for (int node = 0; node < nodes; node++) {
      for (int edge = start[node]; edge < start[node + 1]; edge++) {
        int row = next[target[edge]]++;
        sources[row] = node;
        places[row] = place[edge];
      }
    }
    return new Edges(first, sources, places);
  }

  /** Collects edges in any order. */
  static final class Builder {
    private final IntColumn from = new IntColumn(0);
    private final IntColumn to = new IntColumn(0);
    private final LongColumn at = new LongColumn(0);
    private int lastFrom = GraphNodes.NONE;
    private int lastTo = GraphNodes.NONE;

    /** Adds an edge; what refers to itself, and what is no node, is left out. */
    void add(int fromNode, int toNode, long place) {
      boolean isRepeated = fromNode == lastFrom && toNode == lastTo;
      if (fromNode != toNode && fromNode >= 0 && toNode >= 0 && !isRepeated) {
        from.add(fromNode);
        to.add(toNode);
        at.add(place);
        lastFrom = fromNode;
        lastTo = toNode;
      }
    }

    Edges freeze(int nodes) {
      int[] first = new int[nodes + 1];
      for (int i = 0; i < from.count(); i++) {
        first[from.get(i) + 1]++;
      }
      for (int node = 0; node < nodes; node++) {
        first[node + 1] += first[node];
      }
      int[] next = first.clone();
      int[] order = new int[from.count()];
      for (int i = 0; i < order.length; i++) {
        order[next[from.get(i)]++] = i;
      }
      return distinct(first, order);
    }

    /** Sorts the edges of each node by target, and keeps of equal ones the first. */
    private Edges distinct(int[] first, int[] order) {
      int[] starts = new int[first.length];
      int[] targets = new int[order.length];
      long[] places = new long[order.length];
      int count = 0;
      long[] keys = new long[0];
      for (int node = 0; node + 1 < first.length; node++) {
        Work.checkAt(node);
        int edges = first[node + 1] - first[node];
        keys = keys.length < edges ? new long[2 * edges] : keys;
        for (int i = 0; i < edges; i++) {
          int row = order[first[node] + i];
          keys[i] = (long) to.get(row) << 32 | row;
        }
        Arrays.sort(keys, 0, edges);
        for (int i = 0; i < edges; i++) {
          int node2 = (int) (keys[i] >>> 32);
          if (i == 0 || node2 != (int) (keys[i - 1] >>> 32)) {
            targets[count] = node2;
            places[count++] = at.get((int) keys[i]);
          }
        }
        starts[node + 1] = count;
      }
      return new Edges(starts, Arrays.copyOf(targets, count), Arrays.copyOf(places, count));
    }
  }
}
