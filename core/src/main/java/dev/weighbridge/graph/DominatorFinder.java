package dev.weighbridge.graph;

import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * Finds through which other node all ways from the roots to a node must go.
 *
 * <p>The algorithm of Lengauer and Tarjan (ACM TOPLAS 1(1), 1979) with path compression: the time
 * is {@code O(m log n)} whatever shape the file gives the graph. Nothing here recurses. Nodes are
 * numbered in the order of a depth-first search from a node above all roots, which is number 0.
 */
final class DominatorFinder {
  private static final int NONE = -1;

  private final ReferenceGraph graph;
  private final int[] numberOf;
  private final int[] nodeAt;
  private final int[] parent;
  private int count = 1;

  private final int[] semi;
  private final int[] best;
  private final int[] ancestor;
  private final int[] dominator;
  private final int[] bucket;
  private final int[] nextInBucket;
  private final int[] stack;

  DominatorFinder(ReferenceGraph graph) {
    this.graph = graph;
    int nodes = graph.nodeCount();
    numberOf = new int[nodes];
    nodeAt = new int[nodes + 1];
    parent = new int[nodes + 1];
    stack = new int[nodes + 1];
    number();
    semi = new int[count];
    best = new int[count];
    ancestor = new int[count];
    dominator = new int[count];
    bucket = new int[count];
    nextInBucket = new int[count];
    find();
  }

  /** Numbers what is reached; an unreached node keeps number 0. */
  private void number() {
    int[] nextEdge = new int[graph.nodeCount()];
    nodeAt[0] = NONE;
    for (int root = 0; root < graph.nodeCount(); root++) {
      if (!graph.isRoot(root) || numberOf[root] != 0) {
        continue;
      }
      int depth = 0;
      visit(root, 0, nextEdge);
      stack[depth++] = root;
      while (depth > 0) {
        Work.checkAt(depth);
        int node = stack[depth - 1];
        if (nextEdge[node] == graph.edgeEnd(node)) {
          depth--;
          continue;
        }
        int target = graph.target(nextEdge[node]++);
        if (numberOf[target] == 0) {
          visit(target, numberOf[node], nextEdge);
          stack[depth++] = target;
        }
      }
    }
  }

  private void visit(int node, int from, int[] nextEdge) {
    numberOf[node] = count;
    nodeAt[count] = node;
    parent[count] = from;
    nextEdge[node] = graph.edgeStart(node);
    count++;
  }

  private void find() {
    for (int i = 0; i < count; i++) {
      semi[i] = i;
      best[i] = i;
    }
    Arrays.fill(ancestor, NONE);
    Arrays.fill(bucket, NONE);
    Edges referrers = graph.reversed();
    for (int w = count - 1; w > 0; w--) {
      Work.checkAt(w);
      semi[w] = semidominator(w, referrers);
      nextInBucket[w] = bucket[semi[w]];
      bucket[semi[w]] = w;
      ancestor[w] = parent[w];
      for (int v = bucket[parent[w]]; v != NONE; v = nextInBucket[v]) {
        int u = bestAbove(v);
        dominator[v] = semi[u] < semi[v] ? u : parent[w];
      }
      bucket[parent[w]] = NONE;
    }
    for (int w = 1; w < count; w++) {
      if (dominator[w] != semi[w]) {
        dominator[w] = dominator[dominator[w]];
      }
    }
  }

  private int semidominator(int w, Edges referrers) {
    int node = nodeAt[w];
    int least = graph.isRoot(node) ? 0 : w;
    for (int edge = referrers.start(node); edge < referrers.start(node + 1); edge++) {
      int v = numberOf[referrers.target(edge)];
      if (v != 0) {
        least = Math.min(least, semi[bestAbove(v)]);
      }
    }
    return least;
  }

  /** Of the nodes above one in the forest so far the one with the least semidominator. */
  private int bestAbove(int v) {
    if (ancestor[v] == NONE) {
      return v;
    }
    int depth = 0;
    int top = v;
    while (ancestor[ancestor[top]] != NONE) {
      stack[depth++] = top;
      top = ancestor[top];
    }
    while (depth > 0) {
      int below = stack[--depth];
      int above = ancestor[below];
      if (semi[best[above]] < semi[best[below]]) {
        best[below] = best[above];
      }
      ancestor[below] = ancestor[above];
    }
    return best[v];
  }

  /** How many nodes are numbered, the one above all roots included. */
  int count() {
    return count;
  }

  /** The node of a number, -1 for number 0. */
  int node(int number) {
    return nodeAt[number];
  }

  /** The number of a node; 0 if it is not reached. */
  int number(int node) {
    return numberOf[node];
  }

  /** The number of the nearest node through which all ways to a number go; it is less. */
  int dominator(int number) {
    return dominator[number];
  }
}
