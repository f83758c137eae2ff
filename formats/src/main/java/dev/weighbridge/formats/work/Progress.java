package dev.weighbridge.formats.work;

import java.util.Objects;

/**
 * How far a stage of some work is.
 *
 * @param stage what is being done, for people, in a few words: {@code reading symbols}
 * @param done how much of it is done: 0 or more, at most {@code total}
 * @param total how much there is to do, 0 or more
 * @param unit what is counted
 */
public record Progress(String stage, long done, long total, Unit unit) {
  /** What is counted. */
  public enum Unit {
    /** Bytes of the file. */
    BYTES,
    /** Things of any kind: symbols, functions, files. */
    ITEMS
  }

  /**
   * Refuses figures that are no progress.
   *
   * @throws IllegalArgumentException if they are
   */
  public Progress {
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(unit, "unit");
    if (done < 0 || done > total) {
      throw new IllegalArgumentException(
          stage + ": expected progress up to " + total + ", found " + done);
    }
  }
}
