package dev.weighbridge.dimension;

/**
 * The labels of one dimension over one partition: a dense id for each span, a text for each id.
 *
 * <p>A class, not a function, so that the loop over a million spans calls one method and makes no
 * object; texts are made only for the labels a person looks at.
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

  /** The text of a label; in brackets if it is not a name of the file. */
  public abstract String text(int label);

  /** The {@link dev.weighbridge.attribution.Owners} id behind a label, or -1 if it is none. */
  public int owner(int label) {
    return -1;
  }
}
