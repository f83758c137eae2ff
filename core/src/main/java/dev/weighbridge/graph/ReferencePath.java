package dev.weighbridge.graph;

import dev.weighbridge.formats.RootReason;
import java.util.List;
import java.util.Objects;

/**
 * One way from something that is needed from outside to a node.
 *
 * @param reason why its first node is needed
 * @param steps from there to the node; the first is where the way begins
 */
public record ReferencePath(RootReason reason, List<Step> steps) {
  /**
   * A node on a way, and the reference in the node before it that leads there.
   *
   * @param node a node of the graph
   * @param fileOffset of the reference; -1 for the first step, and in memory without bytes
   * @param address of the reference; -1 for the first step, and where nothing is loaded
   */
  public record Step(int node, long fileOffset, long address) {}

  /** Copies the steps. */
  public ReferencePath {
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(steps, "steps");
    steps = List.copyOf(steps);
  }
}
