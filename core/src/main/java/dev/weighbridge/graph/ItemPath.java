package dev.weighbridge.graph;

import dev.weighbridge.formats.RootReason;
import java.util.List;
import java.util.Objects;

/**
 * One way from something that is needed from outside to an item.
 *
 * @param reason why its first item is needed
 * @param steps from there to the item; the first is where the way begins
 */
public record ItemPath(RootReason reason, List<Step> steps) {
  /**
   * An item on a way, and the reference in the item before it that leads there.
   *
   * @param item where the way has come to
   * @param fileOffset of the reference; -1 for the first step, and in memory without bytes
   * @param address of the reference; -1 for the first step, and where nothing is loaded
   */
  public record Step(GraphItem item, long fileOffset, long address) {
    /** Checks that the item is there. */
    public Step {
      Objects.requireNonNull(item, "item");
    }
  }

  /** Copies the steps. */
  public ItemPath {
    Objects.requireNonNull(steps, "steps");
    Objects.requireNonNull(reason, "reason");
    steps = List.copyOf(steps);
  }
}
