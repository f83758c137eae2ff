package dev.weighbridge.cargo;

import dev.weighbridge.cargo.CargoEdge.Purpose;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The packages that can be in a program: what its own package needs, and what that needs. Not what
 * only the compiler or a build script runs, and not what is for tests. Immutable.
 */
public final class LinkedPackages {
  private final CargoGraph graph;
  private final int root;
  private final boolean isTest;
  private final List<List<CargoEdge>> needs;
  private final BitSet linked;

  LinkedPackages(CargoGraph graph, int root) {
    this(graph, root, false);
  }

  /**
   * Goes through the graph.
   *
   * @param isTest whether it is a program of tests, which needs what its package needs for these
   */
  LinkedPackages(CargoGraph graph, int root, boolean isTest) {
    this.graph = graph;
    this.root = root;
    this.isTest = isTest;
    needs = new ArrayList<>();
    for (int i = 0; i < graph.packages().size(); i++) {
      needs.add(new ArrayList<>());
    }
    for (CargoEdge edge : graph.edges()) {
      needs.get(edge.from()).add(edge);
    }
    linked = reach(root, this::isLinked);
  }

  /** Whether the needed package gets into the program by this. */
  private boolean isLinked(CargoEdge edge) {
    boolean isNeeded =
        edge.purpose() == Purpose.NORMAL
            || (isTest && edge.purpose() == Purpose.DEV && edge.from() == root);
    return isNeeded && !graph.packages().get(edge.to()).isMacro();
  }

  private BitSet reach(int start, Predicate<CargoEdge> isFollowed) {
    BitSet found = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    found.set(start);
    open.add(start);
    while (!open.isEmpty()) {
      for (CargoEdge edge : needs.get(open.remove())) {
        if (isFollowed.test(edge) && !found.get(edge.to())) {
          found.set(edge.to());
          open.add(edge.to());
        }
      }
    }
    return found;
  }

  /** All packages that Cargo knows. */
  public CargoGraph graph() {
    return graph;
  }

  /** The package that the program is made of. */
  public CargoPackage root() {
    return graph.packages().get(root);
  }

  /** The packages that can be in the program, its own among them, in the order of the graph. */
  public List<CargoPackage> packages() {
    return some(linked);
  }

  /** Whether a package can be in the program. */
  public boolean contains(int index) {
    return linked.get(index);
  }

  /** The packages of some indexes. */
  public List<CargoPackage> some(BitSet indexes) {
    Objects.requireNonNull(indexes, "indexes");
    return indexes.stream().mapToObj(graph.packages()::get).toList();
  }

  /** The packages that the program's own package needs by itself. */
  public List<CargoPackage> direct() {
    BitSet direct = new BitSet();
    for (CargoEdge edge : needs.get(root)) {
      if (isLinked(edge) && edge.to() != root) {
        direct.set(edge.to());
      }
    }
    return some(direct);
  }

  /** What a package needs to be in the program, itself included, by indexes. */
  public BitSet reachable(int index) {
    return reach(index, this::isLinked);
  }

  /** What would not be in the program without a package, itself included, by indexes. */
  public BitSet only(int index) {
    return without(edge -> edge.to() != index);
  }

  /** What would not be in the program if one package did not need another, by indexes. */
  public BitSet only(CargoEdge gone) {
    Objects.requireNonNull(gone, "gone");
    return without(edge -> edge.from() != gone.from() || edge.to() != gone.to());
  }

  private BitSet without(Predicate<CargoEdge> isLeft) {
    BitSet rest = reach(root, edge -> isLinked(edge) && isLeft.test(edge));
    BitSet gone = (BitSet) linked.clone();
    gone.andNot(rest);
    return gone;
  }

  /** Who needs a package to be in the program, in the order of the graph. */
  public List<CargoEdge> needing(int index) {
    return graph.edges().stream()
        .filter(edge -> edge.to() == index && isLinked(edge) && linked.get(edge.from()))
        .toList();
  }

  /** The optional edges by which features have put packages into the program. */
  public List<CargoEdge> optional() {
    return graph.edges().stream()
        .filter(edge -> edge.isOptional() && isLinked(edge) && linked.get(edge.from()))
        .toList();
  }

  /** A shortest way from the program's own package to another, both included. */
  public List<CargoPackage> path(int index) {
    int[] before = new int[needs.size()];
    Arrays.fill(before, -1);
    Deque<Integer> open = new ArrayDeque<>(List.of(root));
    before[root] = root;
    while (!open.isEmpty() && before[index] < 0) {
      int at = open.remove();
      for (CargoEdge edge : needs.get(at)) {
        if (isLinked(edge) && before[edge.to()] < 0) {
          before[edge.to()] = at;
          open.add(edge.to());
        }
      }
    }
    List<CargoPackage> path = new ArrayList<>();
    for (int at = index; before[at] >= 0; at = before[at]) {
      path.add(0, graph.packages().get(at));
      if (at == root) {
        break;
      }
    }
    return path;
  }

  /** Why a package has no bytes in the program. */
  public Absence absence(int index) {
    if (linked.get(index)) {
      return Absence.NO_BYTES;
    }
    boolean isForMacro = reach(root, edge -> edge.purpose() == Purpose.NORMAL).get(index);
    if (isForMacro) {
      return Absence.MACRO;
    }
    if (reach(root, edge -> edge.purpose() != Purpose.DEV).get(index)) {
      return Absence.BUILD;
    }
    if (reach(root, edge -> true).get(index)) {
      return Absence.DEV;
    }
    boolean isMember = graph.packages().get(index).isMember();
    return isMember ? Absence.OTHER_MEMBER : Absence.NOT_NEEDED;
  }

  @Override
  public String toString() {
    return graph + ", " + linked.cardinality() + " linked";
  }
}
