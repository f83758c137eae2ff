package dev.weighbridge.tree;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.MeasureValues;

/** What some spans have of a measure, by kind of bytes. */
final class KindSums {
  private static final int CHUNK = 4_096;

  private KindSums() {}

  /** One sum for each kind, by its ordinal. */
  static long[] of(Partition partition, MeasureValues values, int[] spans) {
    long[] sums = new long[Kind.count()];
    int[] kinds = new int[Math.min(CHUNK, spans.length)];
    for (int from = 0; from < spans.length; from += CHUNK) {
      int to = Math.min(spans.length, from + CHUNK);
      for (int i = from; i < to; i++) {
        kinds[i - from] = partition.kindOrdinal(spans[i]);
      }
      values.addTo(spans, from, to, kinds, sums);
    }
    return sums;
  }
}
