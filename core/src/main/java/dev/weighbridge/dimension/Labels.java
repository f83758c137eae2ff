package dev.weighbridge.dimension;

import java.util.Objects;

/**
 * The labels of one dimension over one partition: a dense id for each span, a text for each id.
 *
 * <p>A class, not a function, so that the loop over a million spans makes no object; texts are made
 * only for the labels a person looks at. Loops ask for a chunk of spans at once: a dimension that
 * fills one in a loop of its own is asked as fast as if it were the only one there is.
 */
public abstract class Labels {
  private final int count;

  /**
   * Labels with ids from 0 to {@code count - 1}.
   *
   * @param count one more than the largest id
   */
  protected Labels(int count) {
    this.count = count;
  }

  /** One more than the largest id. */
  public final int count() {
    return count;
  }

  /** The label of a span, 0 to {@link #count()} - 1. */
  public abstract int of(int span);

  /**
   * The labels of spans that follow each other.
   *
   * @param from the first span
   * @param to the span after the last
   * @param ids takes the labels, that of the first span at 0
   */
  public void fill(int from, int to, int[] ids) {
    Objects.requireNonNull(ids, "ids");
    for (int span = from; span < to; span++) {
      ids[span - from] = of(span);
    }
  }

  /**
   * The labels of some spans.
   *
   * @param spans the spans
   * @param from index of the first one
   * @param to index after the last one
   * @param ids takes the labels, that of the first span at 0
   */
  public void fill(int[] spans, int from, int to, int[] ids) {
    Objects.requireNonNull(spans, "spans");
    Objects.requireNonNull(ids, "ids");
    for (int i = from; i < to; i++) {
      ids[i - from] = of(spans[i]);
    }
  }

  /** The text of a label; in brackets if it is not a name of the file. */
  public abstract String text(int label);

  /**
   * The version of the crate or library behind a label; empty if it is none, or nothing tells. It
   * may be part of the text.
   */
  public String version(int label) {
    return "";
  }

  /**
   * The part of a text that stays when what it stands for goes to another file, as the function of
   * {@code line:func}; empty if the text has no such part.
   */
  public String item(int label) {
    return "";
  }

  /** The {@link dev.weighbridge.attribution.Owners} id behind a label, or -1 if it is none. */
  public int owner(int label) {
    return -1;
  }

  @Override
  public String toString() {
    return count + " labels";
  }
}
