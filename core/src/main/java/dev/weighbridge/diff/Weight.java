package dev.weighbridge.diff;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What a row weighs in one build, or by how much it differs between two: a value of each measure,
 * how many of its bytes are padding, and how many symbols it has. Immutable.
 */
public final class Weight {
  /** Nothing, whatever the measure. */
  public static final Weight NONE = new Weight(List.of(), new long[0], 0, 0);

  private final List<Measure> measures;
  private final long[] values;
  private final long padding;
  private final int count;

  /**
   * A weight.
   *
   * @param measures those of the columns of a tree; none for {@link #NONE}
   * @param values one for each measure
   */
  Weight(List<Measure> measures, long[] values, long padding, int count) {
    this.measures = measures;
    this.values = values;
    this.padding = padding;
    this.count = count;
  }

  /**
   * The value of a measure.
   *
   * @param measure one that the diff was asked for, or {@link Measures#FILE} or {@link
   *     Measures#MEMORY}
   * @throws IllegalArgumentException if it is another
   */
  public long value(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    if (measures.isEmpty()) {
      return 0;
    }
    for (int column = 0; column < values.length; column++) {
      if (measures.get(column).name().equals(measure.name())) {
        return values[column];
      }
    }
    List<String> names = measures.stream().map(Measure::name).toList();
    throw new IllegalArgumentException(
        "expected one of the measures " + String.join(", ", names) + ", found " + measure.name());
  }

  /** Bytes in the file. */
  public long fileSize() {
    return value(Measures.FILE);
  }

  /** Bytes in memory at run time. */
  public long memorySize() {
    return value(Measures.MEMORY);
  }

  /** How many of the bytes in the file only align what follows. */
  public long padding() {
    return padding;
  }

  /** Symbols and functions with bytes there. */
  public int count() {
    return count;
  }

  /** Bytes in the file that are not padding. */
  public long normalisedSize() {
    return fileSize() - padding;
  }

  /** This less another one of the same measures. */
  public Weight minus(Weight other) {
    Objects.requireNonNull(other, "other");
    return plus(other, -1);
  }

  /** This and another one of the same measures. */
  public Weight plus(Weight other) {
    return plus(other, 1);
  }

  private Weight plus(Weight other, int sign) {
    Objects.requireNonNull(other, "other");
    List<Measure> all = measures.isEmpty() ? other.measures : measures;
    long[] sums = new long[all.size()];
    for (int column = 0; column < sums.length; column++) {
      sums[column] = value(all.get(column)) + sign * other.value(all.get(column));
    }
    return new Weight(all, sums, padding + sign * other.padding, count + sign * other.count);
  }

  /** The first value that is not 0, in the order of the measures; 0 if all are. */
  long first(int measureCount) {
    for (int column = 0; column < Math.min(measureCount, values.length); column++) {
      if (values[column] != 0) {
        return values[column];
      }
    }
    return 0;
  }

  /** Whether another weight has the same values; {@link #NONE} equals any that has only zeros. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Weight weight
        && padding == weight.padding
        && count == weight.count
        && isSame(weight);
  }

  private boolean isSame(Weight other) {
    if (measures.isEmpty() || other.measures.isEmpty()) {
      return first(values.length) == 0 && other.first(other.values.length) == 0;
    }
    return measures.equals(other.measures) && Arrays.equals(values, other.values);
  }

  @Override
  public int hashCode() {
    long sum = padding + count;
    for (long value : values) {
      sum = 31 * sum + value;
    }
    return Long.hashCode(sum);
  }

  /** {@code file 12, memory 0, padding 4, count 1}, for people. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < values.length; column++) {
      text.append(measures.get(column).name()).append(' ').append(values[column]).append(", ");
    }
    return text.append("padding ").append(padding).append(", count ").append(count).toString();
  }
}
