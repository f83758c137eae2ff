package dev.weighbridge.tree;

import dev.weighbridge.dimension.Labels;
import java.util.ArrayList;
import java.util.List;

/** Labels with some more, the last ones, for what no span has of a measure. */
final class FramedLabels extends Labels {
  private final Labels labels;
  private final List<String> outside;

  private FramedLabels(Labels labels, List<String> outside) {
    super(Math.addExact(labels.count(), outside.size()));
    this.labels = labels;
    this.outside = outside;
  }

  /** The labels of each level, with those for what is outside behind them. */
  static List<Labels> around(List<Labels> levels, List<String> outside) {
    List<Labels> framed = new ArrayList<>();
    for (Labels labels : levels) {
      framed.add(new FramedLabels(labels, outside));
    }
    return List.copyOf(framed);
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
    return label >= labels.count() ? outside.get(label - labels.count()) : labels.text(label);
  }

  @Override
  public String version(int label) {
    return label >= labels.count() ? "" : labels.version(label);
  }

  @Override
  public int owner(int label) {
    return label >= labels.count() ? -1 : labels.owner(label);
  }
}
