package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.internal.isa.TargetReader;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who refers to whom in a linked file, and what is needed from outside.
 *
 * <p>A node is a symbol or function with all it pays for, or a piece of code or data that belongs
 * to none. An edge says that the code of one node, or a pointer in its data, leads to another.
 * Edges come from the instructions of x86-64 and AArch64, from relocations, and from what a format
 * says itself; a Wasm module says everything.
 *
 * <p>The graph is made to miss nothing: an edge too many only hides that something is not needed.
 * What cannot be seen are addresses that code computes from other addresses by itself. Nodes and
 * edges are numbered in the order of the file. Immutable.
 */
public final class ReferenceGraph {
  private final GraphNodes nodes;
  private final Edges edges;
  private final byte[] root;
  private final boolean isComplete;

  private ReferenceGraph(Attribution attribution) {
    nodes = new GraphNodes(attribution);
    root = new byte[nodes.count()];
    Edges.Builder builder = new Edges.Builder();
    new CodeEdges(attribution, nodes, builder).add();
    boolean isUnderstood = attribution.file().hasBytes();
    for (int image = 0; image < attribution.file().images().size(); image++) {
      BinaryImage facts = attribution.file().images().get(image);
      new PointerEdges(attribution, image, nodes, builder).add();
      facts.references(new Told(attribution.partition(), builder));
      isUnderstood &= isUnderstood(facts);
    }
    isComplete = isUnderstood && !attribution.file().images().isEmpty();
    edges = builder.freeze(nodes.count());
    rootUnseen();
  }

  private static boolean isUnderstood(BinaryImage image) {
    boolean isCodeRead = TargetReader.of(image.machine(), image.isLittleEndian()) != null;
    return !image.isRelocatable() && (isCodeRead || image.hasAllReferences());
  }

  /** The graph of a file; made when first asked for, then kept. */
  public static ReferenceGraph of(Attribution attribution) {
    return attribution.derived(ReferenceGraph.class, new Maker());
  }

  private static final class Maker implements Function<Attribution, ReferenceGraph> {
    @Override
    public ReferenceGraph apply(Attribution attribution) {
      return new ReferenceGraph(attribution.uncut());
    }
  }

  /** Takes what a format says. */
  private final class Told implements ReferenceSink {
    private final Partition partition;
    private final Edges.Builder builder;

    Told(Partition partition, Edges.Builder builder) {
      this.partition = partition;
      this.builder = builder;
    }

    @Override
    public void root(RootReason reason, long start, long end) {
      int span = partition.spanAt(start);
      while (span >= 0 && span < partition.spanCount() && partition.start(span) < end) {
        int node = nodes.ofSpan(span++);
        if (node != GraphNodes.NONE && root[node] == 0) {
          root[node] = (byte) (1 + reason.ordinal());
        }
      }
    }

    @Override
    public void reference(long from, long to) {
      builder.add(nodes.at(from), nodes.at(to), from);
    }
  }

  /**
   * Data, and code without a name, that nothing is seen to refer to but that refers to something:
   * how it is reached cannot be told, so it counts as needed. Lists of initialisers, for example,
   * are reached from the symbols around them.
   */
  private void rootUnseen() {
    boolean[] isReferred = new boolean[nodes.count()];
    for (int edge = 0; edge < edges.count(); edge++) {
      isReferred[edges.target(edge)] = true;
    }
    for (int node = 0; node < root.length; node++) {
      boolean refers = edges.start(node) < edges.start(node + 1);
      boolean isFunction = nodes.owner(node) != GraphNodes.NONE && nodes.codeSize(node) > 0;
      if (refers && !isReferred[node] && !isFunction && root[node] == 0) {
        root[node] = (byte) (1 + RootReason.KEPT.ordinal());
      }
    }
  }

  /**
   * Whether all code could be read, so that what no path leads to is not needed. False for machines
   * other than x86-64 and AArch64, for relocatable files, and for saved models.
   */
  public boolean isComplete() {
    return isComplete;
  }

  /** How many nodes there are. */
  public int nodeCount() {
    return nodes.count();
  }

  /** The node that a span of the partition belongs to, or -1 for headers and the like. */
  public int nodeOfSpan(int span) {
    return nodes.ofSpan(span);
  }

  /** The node of a symbol or function, or -1 if it pays for nothing. */
  public int nodeOfOwner(int owner) {
    return nodes.ofOwner(owner);
  }

  /** The symbol or function that a node is, or -1 if it is a piece without a name. */
  public int owner(int node) {
    return nodes.owner(node);
  }

  /** The first span of a node: of what it is, if that is in the file, not of what describes it. */
  public int firstSpan(int node) {
    return nodes.firstSpan(node);
  }

  /** All bytes of the file that a node pays for, 0 or more. */
  public long fileSize(int node) {
    return nodes.fileSize(node);
  }

  /** Bytes of code of a node, unwind tables and names apart; 0 for data. */
  public long codeSize(int node) {
    return nodes.codeSize(node);
  }

  /** A name for people. */
  public String text(int node) {
    return nodes.text(node);
  }

  /** Why a node is needed from outside; empty if it is not. */
  public Optional<RootReason> rootReason(int node) {
    return root[node] == 0 ? Optional.empty() : Optional.of(RootReason.values()[root[node] - 1]);
  }

  /** Whether a node is needed from outside. */
  public boolean isRoot(int node) {
    return root[node] != 0;
  }

  /** How many edges there are. */
  public int edgeCount() {
    return edges.count();
  }

  /** The first edge that leaves a node; those of one node follow each other. */
  public int edgeStart(int node) {
    return edges.start(node);
  }

  /** The end of the edges that leave a node, exclusive. */
  public int edgeEnd(int node) {
    return edges.start(node + 1);
  }

  /** The node that an edge leads to. */
  public int target(int edge) {
    return edges.target(edge);
  }

  /** File offset of the first reference that makes an edge. */
  public long place(int edge) {
    return edges.place(edge);
  }

  Edges reversed() {
    return edges.reversed();
  }
}
