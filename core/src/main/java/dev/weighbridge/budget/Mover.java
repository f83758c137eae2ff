package dev.weighbridge.budget;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A row that had a part in a limit being broken.
 *
 * @param label its label
 * @param before what it had in the earlier build, 0 if it is new; empty if none was given
 * @param after what it has now
 */
public record Mover(String label, OptionalLong before, long after) {
  /** Checks that nothing is missing. */
  public Mover {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(before, "before");
  }

  /** How much more it has than before; all of it without an earlier build. */
  public long change() {
    return after - before.orElse(0);
  }
}
