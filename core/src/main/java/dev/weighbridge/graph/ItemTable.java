package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Items of a file, largest first: those to show, one row for the others, and their sum. */
public final class ItemTable {
  /**
   * Which items to show.
   *
   * @param limit rows; what is cut is summed in one more
   * @param filter keeps an item if the pattern is found in its label
   */
  public record Selection(RowLimit limit, Optional<Pattern> filter) {
    /** Twenty rows. */
    public static final Selection DEFAULT = new Selection(RowLimit.of(20), Optional.empty());

    /** Checks the values. */
    public Selection {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(filter, "filter");
    }

    /** So many rows, whatever they are. */
    public Selection(int limit, Optional<Pattern> filter) {
      this(RowLimit.of(limit), filter);
    }
  }

  private final Attribution attribution;
  private final ReferenceGraph graph;
  private final List<ItemRow> rows = new ArrayList<>();
  private final ItemRow total;

  /**
   * A table of items.
   *
   * @param nodes what they are in the graph of the file
   */
  public ItemTable(Attribution attribution, int[] nodes, Selection selection) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(nodes, "nodes");
    Objects.requireNonNull(selection, "selection");
    this.attribution = attribution;
    graph = ReferenceGraph.of(attribution);
    int[] kept =
        selection.filter().isEmpty()
            ? nodes
            : Arrays.stream(nodes)
                .filter(node -> selection.filter().get().matcher(graph.text(node)).find())
                .toArray();
    long[] keys = new long[kept.length];
    Arrays.setAll(keys, i -> Long.MAX_VALUE - graph.fileSize(kept[i]));
    int[] order = Order.ascending(keys, keys.length);
    int[] sorted = Arrays.stream(order).map(i -> kept[i]).toArray();
    RowLimit limit = selection.limit();
    IntColumn cut = new IntColumn(0);
    for (int node : sorted) {
      if (limit.hasRoom(rows.size()) && limit.mayShow(graph.text(node), graph.fileSize(node))) {
        rows.add(row(node));
      } else {
        cut.add(node);
      }
    }
    int[] others = cut.freeze();
    if (others.length > 0) {
      rows.add(sum("[" + others.length + " others]", others));
    }
    total = sum("total", sorted);
  }

  /**
   * What nothing leads to in a file.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public static ItemTable ofGarbage(Attribution attribution, Selection selection) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(selection, "selection");
    ReferenceGraph graph = ReferenceGraph.completeOf(attribution);
    Reachability reached = Reachability.of(graph);
    IntColumn nodes = new IntColumn(0);
    for (int node = 0; node < graph.nodeCount(); node++) {
      Work.checkAt(node);
      if (!reached.isReached(node) && graph.fileSize(node) > 0) {
        nodes.add(node);
      }
    }
    return new ItemTable(attribution, nodes.freeze(), selection);
  }

  private ItemRow row(int node) {
    int owner = graph.owner(node);
    return new ItemRow(
        graph.text(node),
        graph.fileSize(node),
        graph.codeSize(node),
        1,
        attribution.address(graph.firstSpan(node)),
        owner < 0 ? List.of() : attribution.owners().rawNames(owner));
  }

  private ItemRow sum(String label, int[] nodes) {
    long fileSize = 0;
    long codeSize = 0;
    for (int node : nodes) {
      fileSize += graph.fileSize(node);
      codeSize += graph.codeSize(node);
    }
    return new ItemRow(label, fileSize, codeSize, nodes.length, -1, List.of());
  }

  /** The rows to show. */
  public List<ItemRow> rows() {
    return List.copyOf(rows);
  }

  /** All items that pass the filter as one row. */
  public ItemRow total() {
    return total;
  }

  @Override
  public String toString() {
    return total.toString();
  }
}
