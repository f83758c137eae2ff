package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who refers to whom in a file, item by item, for people and scripts; {@link ReferenceGraph} is the
 * same as columns of numbers. Items are made when they are asked for. Immutable.
 */
public final class ItemGraph {
  private final Attribution attribution;
  private final ReferenceGraph graph;

  private ItemGraph(Attribution attribution) {
    this.attribution = attribution.uncut();
    graph = ReferenceGraph.completeOf(attribution);
  }

  /**
   * The items of a file.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public static ItemGraph of(Attribution attribution) {
    Objects.requireNonNull(attribution, "attribution");
    return new ItemGraph(attribution);
  }

  /** How many items there are. */
  public int count() {
    return graph.nodeCount();
  }

  /**
   * An item by its number.
   *
   * @throws IndexOutOfBoundsException if it is not below {@link #count}
   */
  public GraphItem item(int number) {
    Objects.checkIndex(number, count());
    Owners owners = attribution.owners();
    int owner = graph.owner(number);
    return new GraphItem(
        number,
        graph.text(number),
        graph.fileSize(number),
        graph.codeSize(number),
        attribution.address(graph.firstSpan(number)),
        owner < 0 ? List.of() : owners.rawNames(owner),
        graph.rootReason(number));
  }

  /** All items, in the order of the file. */
  public Stream<GraphItem> items() {
    return IntStream.range(0, count()).mapToObj(this::item);
  }

  /**
   * The items of a name, in the order of the file: of a raw name, aliases too; else of a readable
   * name or a label such as {@code [function 0x1f40]}; else the one at an address {@code 0x1f40}.
   *
   * @return empty if there is none
   */
  public List<GraphItem> named(String name) {
    Objects.requireNonNull(name, "name");
    return items(new NodeFinder(attribution).named(name));
  }

  private List<GraphItem> items(int[] numbers) {
    List<GraphItem> items = new ArrayList<>();
    for (int number : numbers) {
      items.add(item(number));
    }
    return List.copyOf(items);
  }

  /** What an item refers to, each once, in the order of the file. */
  public List<GraphItem> references(GraphItem item) {
    Objects.requireNonNull(item, "item");
    Set<GraphItem> targets = new LinkedHashSet<>();
    for (int edge = graph.edgeStart(item.number()); edge < graph.edgeEnd(item.number()); edge++) {
      targets.add(item(graph.target(edge)));
    }
    return List.copyOf(targets);
  }

  /** What refers to an item, each once, in the order of the file; looks at all references. */
  public List<GraphItem> referrers(GraphItem item) {
    Objects.requireNonNull(item, "item");
    List<GraphItem> referrers = new ArrayList<>();
    for (int from = 0; from < count(); from++) {
      boolean isReferrer = false;
      for (int edge = graph.edgeStart(from); edge < graph.edgeEnd(from); edge++) {
        isReferrer |= graph.target(edge) == item.number();
      }
      if (isReferrer) {
        referrers.add(item(from));
      }
    }
    return List.copyOf(referrers);
  }

  /** Bytes in the file that an item and all that only it leads to pay for. */
  public long retainedSize(GraphItem item) {
    Objects.requireNonNull(item, "item");
    return Dominators.of(attribution).retainedSize(item.number());
  }

  /** Whether anything that is needed from outside leads to an item. */
  public boolean isNeeded(GraphItem item) {
    Objects.requireNonNull(item, "item");
    return Dominators.of(attribution).isReached(item.number());
  }

  /**
   * The shortest ways to an item from what is needed from outside, shortest first.
   *
   * @param limit how many at most
   */
  public List<ItemPath> why(GraphItem item, int limit) {
    Objects.requireNonNull(item, "item");
    List<ItemPath> paths = new ArrayList<>();
    for (ReferencePath path : ReferencePaths.to(attribution, item.number()).shortest(limit)) {
      List<ItemPath.Step> steps = new ArrayList<>();
      for (ReferencePath.Step step : path.steps()) {
        steps.add(new ItemPath.Step(item(step.node()), step.fileOffset(), step.address()));
      }
      paths.add(new ItemPath(path.reason(), steps));
    }
    return List.copyOf(paths);
  }

  /** The same for each item of a {@linkplain #named name}, in the order of the file. */
  public Map<GraphItem, List<ItemPath>> why(String name, int limit) {
    Objects.requireNonNull(name, "name");
    Map<GraphItem, List<ItemPath>> ways = new LinkedHashMap<>();
    for (GraphItem item : named(name)) {
      ways.put(item, why(item, limit));
    }
    return ways;
  }

  /** Items that nothing needed from outside leads to, in the order of the file. */
  public List<GraphItem> garbage() {
    return items().filter(Predicate.not(this::isNeeded)).toList();
  }

  @Override
  public String toString() {
    return attribution.file().name()
        + ": "
        + count()
        + " items, "
        + graph.edgeCount()
        + " references";
  }
}
