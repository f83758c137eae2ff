package dev.weighbridge.formats.packages.entries;

import java.util.Arrays;
import java.util.Objects;

/** Shares that are known at some places and rise evenly between them. */
public final class SampledShares implements Shares {
  private final long[] places;
  private final long[] values;

  /**
   * The shares through some places.
   *
   * @param places ascending, the first of them 0; not to be changed any more
   * @param values as many, rising; not to be changed any more
   */
  public SampledShares(long[] places, long[] values) {
    Objects.requireNonNull(places, "places");
    Objects.requireNonNull(values, "values");
    this.places = places;
    this.values = values;
  }

  @Override
  public long upTo(long place) {
    int found = Arrays.binarySearch(places, place);
    int before = found >= 0 ? found : -found - 2;
    if (found >= 0 || before == places.length - 1) {
      return values[before];
    }
    return values[before]
        + between(
            values[before + 1] - values[before],
            place - places[before],
            places[before + 1] - places[before]);
  }

  /** {@code rise * part / whole}, rounded down, for products of any size. */
  public static long between(long rise, long part, long whole) {
    if (whole == 0 || rise == 0) {
      return 0;
    }
    long high = Math.multiplyHigh(rise, part);
    return high == 0 && rise * part >= 0
        ? rise * part / whole
        : (long) ((double) rise * ((double) part / (double) whole));
  }

  @Override
  public String toString() {
    return places.length + " samples";
  }
}
