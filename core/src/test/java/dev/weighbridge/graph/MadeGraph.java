package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.testing.NamedCode;
import java.util.Random;

/** A graph of functions of sixteen bytes, with edges as a test wants them. */
final class MadeGraph {
  private final GraphNodes nodes;
  private final Edges.Builder edges = new Edges.Builder();
  private final byte[] root;

  MadeGraph(int count) {
    String[] names = new String[count];
    for (int i = 0; i < count; i++) {
      names[i] = "f" + i;
    }
    Attribution attribution = NamedCode.model(names).attribution();
    nodes = new GraphNodes(attribution);
    root = new byte[nodes.count()];
  }

  MadeGraph root(int node) {
    root[node] = (byte) (1 + RootReason.EXPORT.ordinal());
    return this;
  }

  MadeGraph edge(int from, int to) {
    edges.add(from, to, 16L * from);
    return this;
  }

  ReferenceGraph graph() {
    return new ReferenceGraph(nodes, edges.freeze(nodes.count()), root);
  }

  /** Some nodes, one root or more, and from sparse to dense edges. */
  static ReferenceGraph random(Random random) {
    int count = 1 + random.nextInt(40);
    MadeGraph made = new MadeGraph(count);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      made.root(random.nextInt(count));
    }
    int edges = random.nextInt(3 * count + 1);
    for (int i = 0; i < edges; i++) {
      made.edge(random.nextInt(count), random.nextInt(count));
    }
    return made.graph();
  }
}
