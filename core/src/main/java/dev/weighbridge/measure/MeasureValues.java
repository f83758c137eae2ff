package dev.weighbridge.measure;

import java.util.Map;
import java.util.Objects;

/**
 * The values of one measure over one partition.
 *
 * <p>Values add up: those of all spans and {@link #outside} to {@link #total}, and those of the
 * parts of a span that was cut to that of the whole. Loops ask for a chunk of spans at once, so
 * that a measure that adds one up in a loop of its own costs the same whatever other measures there
 * are.
 */
public abstract class MeasureValues {
  /** What the row is called for what is of no span. */
  public static final String OUTSIDE = "[frame]";

  /** For those who implement it. */
  protected MeasureValues() {}

  /**
   * The value of all spans, known without adding them up where that is possible: trees prove that
   * the spans add up to it.
   */
  public abstract long total();

  /**
   * How much of the total is of no span, 0 or more: it is a row of its own, {@link #OUTSIDE}, and
   * of no kind.
   */
  public long outside() {
    return 0;
  }

  /**
   * What {@link #outside} consists of, each a row of its own: values by what the rows are called.
   * They add up to it.
   */
  public Map<String, Long> outsideParts() {
    return outside() == 0 ? Map.of() : Map.of(OUTSIDE, outside());
  }

  /** The value of a span, 0 or more. */
  public abstract long of(int span);

  /**
   * Adds the values of spans that follow each other to sums.
   *
   * @param from the first span
   * @param to the span after the last
   * @param slots which sum each span counts for, that of the first span at 0
   */
  public void addTo(int from, int to, int[] slots, long[] sums) {
    Objects.requireNonNull(slots, "slots");
    Objects.requireNonNull(sums, "sums");
    for (int span = from; span < to; span++) {
      sums[slots[span - from]] += of(span);
    }
  }

  /**
   * Adds the values of some spans to sums.
   *
   * @param spans the spans
   * @param from index of the first one
   * @param to index after the last one
   * @param slots which sum each span counts for, that of the first span at 0
   */
  public void addTo(int[] spans, int from, int to, int[] slots, long[] sums) {
    Objects.requireNonNull(spans, "spans");
    Objects.requireNonNull(slots, "slots");
    Objects.requireNonNull(sums, "sums");
    for (int i = from; i < to; i++) {
      sums[slots[i - from]] += of(spans[i]);
    }
  }
}
