package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.BinaryImage;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.ReferenceSink;
import dev.weighbridge.formats.RootReason;
import dev.weighbridge.formats.SectionTrait;
import dev.weighbridge.formats.isa.InstructionCursor;
import dev.weighbridge.formats.isa.sets.InstructionSets;
import dev.weighbridge.formats.machine.Architecture;
import dev.weighbridge.formats.machine.Machine;
import dev.weighbridge.formats.problems.Diagnostic;
import dev.weighbridge.formats.problems.Diagnostics;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who refers to whom in a linked file, and what is needed from outside.
 *
 * <p>A node is a symbol or function with all it pays for, or a piece of code or data that belongs
 * to none. An edge says that the code of one node, or a pointer in its data, leads to another.
 * Edges come from the instructions of machines that {@link InstructionCursor#tellsAllAddresses tell
 * all addresses}, from relocations, and from what a format says itself; a Wasm module says
 * everything.
 *
 * <p>The graph is made to miss nothing: an edge too many only hides that something is not needed.
 * What cannot be seen are addresses that code computes from other addresses by itself. Nodes and
 * edges are numbered in the order of the file. Immutable.
 */
public final class ReferenceGraph {
  private static final DerivedKey<ReferenceGraph> KEY = new Key();

  private final GraphNodes nodes;
  private final Edges edges;
  private final byte[] root;
  private final boolean isComplete;
  private final Diagnostics unread = new Diagnostics();

  private ReferenceGraph(Attribution attribution) {
    nodes = new GraphNodes(attribution);
    root = new byte[nodes.count()];
    Edges.Builder builder = new Edges.Builder();
    CodeEdges code = new CodeEdges(attribution, nodes, builder);
    code.add();
    boolean isUnderstood = true;
    for (int image = 0; image < attribution.file().images().size(); image++) {
      BinaryImage facts = attribution.file().images().get(image);
      if (!facts.isRelocatable() && !facts.hasAllReferences()) {
        new PointerEdges(attribution, image, nodes, builder).add();
      }
      facts.references(new Told(attribution.partition(), builder));
      isUnderstood &= isUnderstood(facts);
    }
    isComplete = isUnderstood && !attribution.file().images().isEmpty();
    edges = builder.freeze(nodes.count());
    rootUnseen(attribution, code);
  }

  /** A graph of nodes and edges that are known already. */
  ReferenceGraph(GraphNodes nodes, Edges edges, byte[] root) {
    this.nodes = nodes;
    this.edges = edges;
    this.root = root;
    isComplete = true;
  }

  private static boolean isUnderstood(BinaryImage image) {
    boolean isCodeRead =
        InstructionSets.cursor(image).map(InstructionCursor::tellsAllAddresses).orElse(false);
    return !image.isRelocatable() && (isCodeRead || image.hasAllReferences());
  }

  /**
   * The graph of a file; made when first asked for, then kept.
   *
   * @throws UnsupportedBinaryException if it is a saved model: who refers to what is not saved
   */
  public static ReferenceGraph of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    attribution.file().requireBytes();
    return attribution.uncut().get(KEY);
  }

  /**
   * The graph of a file, if it can say what is not needed.
   *
   * @throws UnsupportedBinaryException if it is not {@linkplain #isComplete complete}
   */
  public static ReferenceGraph completeOf(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    BinaryFile file = attribution.file();
    file.requireBytes();
    for (BinaryImage image : file.images()) {
      if (!isUnderstood(image)) {
        String what = image.isRelocatable() ? "relocatable code" : "code";
        throw new UnsupportedBinaryException(
            file.name(),
            -1,
            "a linked program of x86, little-endian aarch64, arm or riscv, s390x, loongarch64 or"
                + " powerpc64, or a Wasm module",
            what + " of " + order(image) + image.machine().name() + lack(image));
      }
    }
    if (file.images().isEmpty()) {
      throw new UnsupportedBinaryException(file.name(), -1, "a program", "a file without one");
    }
    return of(attribution);
  }

  /** Said of machines that are read in the other order of bytes only. */
  private static String order(BinaryImage image) {
    Machine machine = image.machine();
    boolean isOfBoth =
        machine.is(Architecture.ARM)
            || machine.is(Architecture.AARCH64)
            || machine.is(Architecture.RISCV32)
            || machine.is(Architecture.RISCV64);
    return isOfBoth && !image.isLittleEndian() ? "big-endian " : "";
  }

  /** What an image of a machine that is read lacks. */
  private static String lack(BinaryImage image) {
    Machine machine = image.machine();
    if (image.isRelocatable()) {
      return "";
    }
    if (machine.is(Architecture.POWERPC64)) {
      return " without a global offset table to count from";
    }
    if (!image.isLittleEndian()) {
      return "";
    }
    if (machine.is(Architecture.ARM)) {
      return " that does not say where Thumb code and data are ($t, $d)";
    }
    if (machine.is(Architecture.I386)) {
      return " without a global offset table to count from";
    }
    boolean isRiscv = machine.is(Architecture.RISCV32) || machine.is(Architecture.RISCV64);
    return isRiscv ? " that does not say where small data is (__global_pointer$)" : "";
  }

  private record Key() implements DerivedKey<ReferenceGraph> {
    @Override
    public String name() {
      return "references";
    }

    @Override
    public ReferenceGraph derive(Attribution attribution, Work work) {
      return new ReferenceGraph(attribution);
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

    @Override
    public void unread(Diagnostic defect) {
      unread.add(defect);
    }
  }

  /**
   * Data, and code without a name, that nothing is seen to refer to but that refers to something:
   * how it is reached cannot be told, so it counts as needed. Lists of initialisers, for example,
   * are reached from the symbols around them, and the table that interrupts enter through by the
   * machine, though it may lie among code. So does what is found without a reference, and a symbol
   * that is but a name: no code and no data would go with it.
   */
  private void rootUnseen(Attribution attribution, CodeEdges code) {
    boolean[] isReferred = new boolean[nodes.count()];
    for (int edge = 0; edge < edges.count(); edge++) {
      isReferred[edges.target(edge)] = true;
    }
    for (int node = 0; node < root.length; node++) {
      boolean refers = edges.start(node) < edges.start(node + 1);
      boolean isFunction =
          nodes.owner(node) != GraphNodes.NONE
              && nodes.codeSize(node) > 0
              && code.hasInstructions(node)
              && !nodes.isObject(node);
      boolean isNameOnly = !nodes.isOwn(nodes.firstSpan(node));
      boolean isUnseen = !isReferred[node] && !isFunction && (refers || isNameOnly);
      if (root[node] == 0
          && !isToldOf(attribution, node)
          && (isUnseen || isFoundWithoutReference(attribution, node))) {
        root[node] = (byte) (1 + RootReason.KEPT.ordinal());
      }
    }
  }

  /** Whether all that refers to an item is told by its format, be it only an import. */
  private boolean isToldOf(Attribution attribution, int node) {
    int span = nodes.firstSpan(node);
    int image = attribution.partition().image(span);
    return nodes.owner(node) != GraphNodes.NONE
        && image >= 0
        && attribution.file().images().get(image).hasAllReferences()
        && (nodes.isOwn(span) || attribution.partition().kind(span) == Kind.LINKING);
  }

  /**
   * Code finds the variables of its thread by their distance from the thread's pointer; loaders
   * find their tables, and tools their notes, through headers.
   */
  private boolean isFoundWithoutReference(Attribution attribution, int node) {
    int span = nodes.firstSpan(node);
    int section = attribution.partition().section(span);
    if (section < 0 || !nodes.isOwn(span)) {
      return false;
    }
    Set<SectionTrait> traits = attribution.section(section).traits();
    boolean isNameless = nodes.owner(node) == GraphNodes.NONE;
    return traits.contains(SectionTrait.THREAD_LOCAL)
        || switch (attribution.partition().kind(span)) {
          case CODE, RODATA, DATA, ZERO -> isNameless && traits.contains(SectionTrait.METADATA);
          default -> true;
        };
  }

  /**
   * Whether all code could be read, so that what no path leads to is not needed. False for machines
   * whose code does not tell all addresses, for relocatable files, and for saved models.
   */
  public boolean isComplete() {
    return isComplete;
  }

  /**
   * What could not be read of the references, in the order of the file: one damaged body costs its
   * own edges, and what nothing else leads to may be needed by it.
   */
  public List<Diagnostic> diagnostics() {
    return unread.list();
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

  /** Who refers to each node. */
  Edges reversed() {
    return edges.reversed();
  }

  @Override
  public String toString() {
    return nodeCount() + " nodes, " + edgeCount() + " edges";
  }
}
