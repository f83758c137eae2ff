package dev.weighbridge.lint.facts.code;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.graph.NodeFinder;
import dev.weighbridge.graph.Reachability;
import dev.weighbridge.graph.ReferenceGraph;
import dev.weighbridge.graph.Removal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Functions of certain names, as the graph of the program sees them. Only for files all of whose
 * references are known.
 */
public final class OnlyThere {
  private static final int SHOWN = 5;

  private final Attribution attribution;
  private final ReferenceGraph graph;

  private OnlyThere(Attribution attribution, ReferenceGraph graph) {
    this.attribution = attribution;
    this.graph = graph;
  }

  /** What can be asked of a program; empty if not all its references are known. */
  public static Optional<OnlyThere> of(Attribution attribution) {
    ReferenceGraph graph = ReferenceGraph.of(attribution);
    return graph.isComplete() ? Optional.of(new OnlyThere(attribution, graph)) : Optional.empty();
  }

  /**
   * Things of the program that go together.
   *
   * @param fileSize their bytes in the file, with all that describes them
   * @param codeSize their bytes of code
   * @param largest the names of the largest of them
   */
  public record Part(long fileSize, long codeSize, List<String> largest) {
    /** Copies. */
    public Part {
      largest = List.copyOf(largest);
    }
  }

  /** What would go without the functions of some names: they, and what only they lead to. */
  public Part without(Pattern names) {
    BitSet found = new NodeFinder(attribution).matching(names);
    if (found.isEmpty()) {
      return part(new int[0]);
    }
    Removal removal = Removal.of(graph, "", found);
    IntColumn nodes = new IntColumn(0);
    for (int node : removal.removed()) {
      nodes.add(node);
    }
    for (int node : removal.following()) {
      nodes.add(node);
    }
    return part(nodes.freeze());
  }

  /** The functions of some names that nothing leads to, by code or pointers. */
  public Part unreached(Pattern names) {
    return byReach(names, false);
  }

  /** The functions of some names that something leads to. */
  public Part reached(Pattern names) {
    return byReach(names, true);
  }

  private Part byReach(Pattern names, boolean isReached) {
    Reachability reachability = Reachability.of(graph);
    return part(
        new NodeFinder(attribution)
            .matching(names).stream()
                .filter(node -> reachability.isReached(node) == isReached)
                .toArray());
  }

  private Part part(int[] nodes) {
    long fileSize = 0;
    long codeSize = 0;
    for (int node : nodes) {
      fileSize += graph.fileSize(node);
      codeSize += graph.codeSize(node);
    }
    List<String> largest =
        Arrays.stream(nodes)
            .filter(node -> graph.codeSize(node) > 0)
            .boxed()
            .sorted((a, b) -> Long.compare(graph.codeSize(b), graph.codeSize(a)))
            .limit(SHOWN)
            .map(graph::text)
            .toList();
    return new Part(fileSize, codeSize, largest);
  }
}
