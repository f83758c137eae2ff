package dev.weighbridge.tree;

import dev.weighbridge.measure.MeasureValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What no span has of some measures, as rows behind those of all labels. Immutable.
 *
 * @param names what the rows are called
 * @param values of each row a value for each measure
 */
record OutsideRows(List<String> names, List<long[]> values) {
  /** The rows of some measures. */
  static OutsideRows of(MeasureValues[] measures) {
    Map<String, long[]> rows = new LinkedHashMap<>();
    for (int column = 0; column < measures.length; column++) {
      for (Map.Entry<String, Long> part : measures[column].outsideParts().entrySet()) {
        long[] row = rows.computeIfAbsent(part.getKey(), name -> new long[measures.length]);
        row[column] = part.getValue();
      }
    }
    return new OutsideRows(List.copyOf(rows.keySet()), List.copyOf(rows.values()));
  }

  int count() {
    return names.size();
  }

  long value(int row, int measure) {
    return values.get(row)[measure];
  }
}
