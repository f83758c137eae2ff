package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Explanation;
import dev.weighbridge.attribution.Explanation.Layer;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** In which row of some dimensions a byte is, as layers of what is known of it. */
public final class LabelLayers {
  private LabelLayers() {}

  /** An explanation with a layer more for each dimension, by its name. */
  public static Explanation add(Query query, Explanation known, List<Dimension> dimensions) {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(known, "known");
    Objects.requireNonNull(dimensions, "dimensions");
    Partition partition = query.attribution().partition();
    long start = partition.start(known.span());
    List<Layer> layers = new ArrayList<>(known.layers());
    for (Dimension dimension : dimensions) {
      Labels labels = dimension.labels(query);
      String text = labels.text(labels.of(known.span()));
      layers.add(new Layer(dimension.name(), text, start, partition.end(known.span())));
    }
    return new Explanation(
        known.fileOffset(), known.address(), known.span(), layers, known.claims());
  }
}
