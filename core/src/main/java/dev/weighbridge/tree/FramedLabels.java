package dev.weighbridge.tree;

import dev.weighbridge.dimension.Labels;
import dev.weighbridge.measure.MeasureValues;

/** Labels with one more, the last, for what no span has of a measure. */
final class FramedLabels extends Labels {
  private final Labels labels;

  FramedLabels(Labels labels) {
    super(Math.addExact(labels.count(), 1));
    this.labels = labels;
  }

  @Override
  public int of(int span) {
    return labels.of(span);
  }

  @Override
  public void fill(int from, int to, int[] ids) {
    labels.fill(from, to, ids);
  }

  @Override
  public void fill(int[] spans, int from, int to, int[] ids) {
    labels.fill(spans, from, to, ids);
  }

  @Override
  public String text(int label) {
    return label == labels.count() ? MeasureValues.OUTSIDE : labels.text(label);
  }

  @Override
  public String version(int label) {
    return label == labels.count() ? "" : labels.version(label);
  }

  @Override
  public int owner(int label) {
    return label == labels.count() ? -1 : labels.owner(label);
  }
}
