package dev.weighbridge.graph;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.Owners;
import dev.weighbridge.formats.BinaryFile;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What each item of a file keeps in it, as a tree of rows.
 *
 * <p>Below a row stands what only it keeps, so that the retained sizes below it and its own bytes
 * sum to what it retains. Those of the first level sum to the file, with one row for what nothing
 * leads to and one for bytes that are no item. A filter leaves only the topmost rows that pass.
 * Immutable.
 */
public final class RetainedTree {
  /** The most levels that can be shown. */
  public static final int MOST_LEVELS = 100;

  private static final String NOT_NEEDED = "[not needed]";
  private static final String HEADERS = "[headers and tables]";

  /**
   * Which rows to show.
   *
   * @param limit rows of each level; what is cut is summed in one more
   * @param depth levels, from 1 to {@link #MOST_LEVELS}
   * @param filter leaves the topmost rows in whose label the pattern is found, and all below them
   */
  public record Selection(RowLimit limit, int depth, Optional<Pattern> filter) {
    /** Two levels of twenty rows. */
    public static final Selection DEFAULT = new Selection(RowLimit.of(20), 2, Optional.empty());

    /** Checks the values. */
    public Selection {
      Objects.requireNonNull(limit, "limit");
      Objects.requireNonNull(filter, "filter");
      if (depth < 1 || depth > MOST_LEVELS) {
        throw new IllegalArgumentException(
            "depth: expected 1 to " + MOST_LEVELS + ", found " + depth);
      }
    }

    /** So many rows, whatever they are. */
    public Selection(int limit, int depth, Optional<Pattern> filter) {
      this(RowLimit.of(limit), depth, filter);
    }
  }

  private final Attribution attribution;
  private final Selection selection;
  private final ReferenceGraph graph;
  private final Dominators dominators;
  private final int[] top;

  /**
   * What each item of a file keeps.
   *
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if not all references are
   *     known
   */
  public RetainedTree(Attribution attribution, Selection selection) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(selection, "selection");
    this.attribution = attribution;
    this.selection = selection;
    graph = ReferenceGraph.completeOf(attribution);
    dominators = Dominators.of(attribution);
    top = selection.filter().map(this::topmost).orElseGet(dominators::top);
  }

  /** The file. */
  public BinaryFile file() {
    return attribution.file();
  }

  /** Which rows are shown. */
  public Selection selection() {
    return selection;
  }

  /** The same with all rows that the filter leaves, on every level. */
  public RetainedTree whole() {
    return new RetainedTree(
        attribution, new Selection(RowLimit.NONE, MOST_LEVELS, selection.filter()));
  }

  /** The items that pass a filter and that no other such item dominates, most retained first. */
  private int[] topmost(Pattern pattern) {
    IntColumn found = new IntColumn(0);
    int[] stack = Arrays.copyOf(dominators.top(), graph.nodeCount());
    int depth = dominators.top().length;
    while (depth > 0) {
      int node = stack[--depth];
      if (pattern.matcher(graph.text(node)).find()) {
        found.add(node);
      } else {
        for (int below : dominators.below(node)) {
          stack[depth++] = below;
        }
      }
    }
    int[] nodes = found.freeze();
    Arrays.sort(nodes);
    long[] keys = new long[nodes.length];
    Arrays.setAll(keys, i -> Long.MAX_VALUE - dominators.retainedSize(nodes[i]));
    int[] order = Order.ascending(keys, keys.length);
    return Arrays.stream(order).map(i -> nodes[i]).toArray();
  }

  /** The rows of the first level. */
  public List<RetainedRow> rows() {
    List<RetainedRow> rows = cut(top);
    addIfFound(rows, notNeeded());
    addIfFound(rows, headers());
    return rows;
  }

  private void addIfFound(List<RetainedRow> rows, RetainedRow row) {
    boolean isFound =
        selection.filter().isEmpty() || selection.filter().get().matcher(row.label()).find();
    if (isFound && row.fileSize() > 0) {
      rows.add(row);
    }
  }

  /** The rows below a row, whatever the level. */
  public List<RetainedRow> below(RetainedRow row) {
    Objects.requireNonNull(row, "row");
    return row.node() < 0 ? List.of() : cut(dominators.below(row.node()));
  }

  private List<RetainedRow> cut(int[] nodes) {
    RowLimit limit = selection.limit();
    List<RetainedRow> rows = new ArrayList<>();
    IntColumn cut = new IntColumn(0);
    for (int node : nodes) {
      if (limit.hasRoom(rows.size())
          && limit.mayShow(graph.text(node), dominators.retainedSize(node))) {
        rows.add(row(node));
      } else {
        cut.add(node);
      }
    }
    int[] others = cut.freeze();
    if (others.length > 0) {
      rows.add(sum("[" + others.length + " others]", others));
    }
    return rows;
  }

  private RetainedRow row(int node) {
    Owners owners = attribution.owners();
    int owner = graph.owner(node);
    return new RetainedRow(
        graph.text(node),
        node,
        dominators.retainedSize(node),
        graph.fileSize(node),
        dominators.retainedCount(node),
        attribution.address(graph.firstSpan(node)),
        owner < 0 ? List.of() : owners.rawNames(owner),
        graph.rootReason(node));
  }

  private RetainedRow sum(String label, int[] nodes) {
    long retainedSize = 0;
    long fileSize = 0;
    int count = 0;
    for (int node : nodes) {
      retainedSize += dominators.retainedSize(node);
      fileSize += graph.fileSize(node);
      count += dominators.retainedCount(node);
    }
    return RetainedRow.sum(label, retainedSize, fileSize, count);
  }

  private RetainedRow notNeeded() {
    long fileSize = 0;
    int count = 0;
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!dominators.isReached(node)) {
        fileSize += graph.fileSize(node);
        count++;
      }
    }
    return RetainedRow.sum(NOT_NEEDED, fileSize, fileSize, count);
  }

  private RetainedRow headers() {
    long fileSize = file().fileSize();
    for (int node = 0; node < graph.nodeCount(); node++) {
      fileSize -= graph.fileSize(node);
    }
    return RetainedRow.sum(HEADERS, fileSize, fileSize, 0);
  }

  /** All rows of the first level as one: the file, unless there is a filter. */
  public RetainedRow total() {
    long retainedSize = 0;
    long fileSize = 0;
    int count = 0;
    for (RetainedRow row : rows()) {
      retainedSize += row.retainedSize();
      fileSize += row.fileSize();
      count += row.count();
    }
    return RetainedRow.sum("total", retainedSize, fileSize, count);
  }

  @Override
  public String toString() {
    return attribution.file().name() + ", " + graph;
  }
}
