package dev.weighbridge.measure;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.columns.Order;
import java.math.BigInteger;

/**
 * The values of a measure as one rising function of the place: what a span has is what the function
 * rises by from its start to its end, so that sums are exact and parts of a span add up to it
 * wherever it is cut. Between two known places it rises evenly. Immutable.
 */
final class MeasureCurve {
  /** Of a measure that was not kept. */
  static final MeasureCurve NONE = new MeasureCurve(new long[0], new long[0], 0);

  private final long[] places;
  private final long[] values;
  private final long outside;

  private MeasureCurve(long[] places, long[] values, long outside) {
    this.places = places;
    this.values = values;
    this.outside = outside;
  }

  /** The curve through the borders of all spans. */
  static MeasureCurve of(Partition partition, MeasureValues of) {
    int spans = partition.spanCount();
    long[] places = new long[spans + 1];
    long[] values = new long[spans + 1];
    for (int span = 0; span < spans; span++) {
      places[span + 1] = partition.end(span);
      values[span + 1] = Math.addExact(values[span], of.of(span));
    }
    return new MeasureCurve(places, values, of.outside());
  }

  /** The curve through some places and its values there, neither of which may change any more. */
  static MeasureCurve of(long[] places, long[] values) {
    return new MeasureCurve(places, values, 0);
  }

  /** The curve of columns that {@link #columns} has given; {@link #NONE} if they are no curve. */
  static MeasureCurve of(long[][] columns) {
    boolean isCurve =
        (columns.length == 2 || (columns.length == 3 && columns[2].length == 1))
            && columns[0].length == columns[1].length
            && columns[0].length > 0
            && columns[0][0] == 0
            && columns[1][0] == 0;
    for (int i = 1; isCurve && i < columns[0].length; i++) {
      isCurve = columns[0][i] > columns[0][i - 1] && columns[1][i] >= columns[1][i - 1];
    }
    long outside = isCurve && columns.length == 3 ? columns[2][0] : 0;
    boolean isSound = isCurve && outside >= 0 && outside <= Long.MAX_VALUE - last(columns[1]);
    return isSound ? new MeasureCurve(columns[0], columns[1], outside) : NONE;
  }

  private static long last(long[] values) {
    return values[values.length - 1];
  }

  /**
   * Places and values, and what no place has if there is something; not to be changed; no columns
   * if there is no curve.
   */
  long[][] columns() {
    if (!isPresent()) {
      return new long[0][];
    }
    return outside == 0 ? new long[][] {places, values} : new long[][] {places, values, {outside}};
  }

  boolean isPresent() {
    return places.length > 0;
  }

  /** The values of the spans of a partition. */
  MeasureValues over(Partition partition) {
    return new MeasureValues() {
      @Override
      public long total() {
        return last(values) + outside;
      }

      @Override
      public long outside() {
        return outside;
      }

      @Override
      public long of(int span) {
        return upTo(partition.end(span)) - upTo(partition.start(span));
      }
    };
  }

  private long upTo(long place) {
    int before = Order.lastAtOrBefore(places, place);
    if (before == places.length - 1) {
      return values[before];
    }
    long whole = places[before + 1] - places[before];
    long rise = values[before + 1] - values[before];
    return values[before] + share(rise, place - places[before], whole);
  }

  /** {@code value * part / whole}, rounded down, whatever the product. */
  static long share(long value, long part, long whole) {
    return part == 0 || value <= Long.MAX_VALUE / part
        ? value * part / whole
        : BigInteger.valueOf(value)
            .multiply(BigInteger.valueOf(part))
            .divide(BigInteger.valueOf(whole))
            .longValueExact();
  }
}
