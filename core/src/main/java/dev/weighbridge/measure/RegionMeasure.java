package dev.weighbridge.measure;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.MemoryMap;
import dev.weighbridge.region.RegionPlaces;

/**
 * Bytes in a region of memory, where they run or where they are stored before that.
 *
 * @param region the name of the region; to ask for one that the memory map does not have is an
 *     error
 */
record RegionMeasure(String region) implements Measure {
  /** What stands before the name of the region in the name of the measure. */
  static final String PREFIX = "region:";

  @Override
  public String name() {
    return PREFIX + region;
  }

  @Override
  public String title() {
    return region;
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public String unit() {
    return "bytes in " + region;
  }

  @Override
  public MeasureValues values(Query query) {
    RegionPlaces places = RegionPlaces.of(query.attribution(), query.memoryMap());
    int index = places.indexOf(region);
    if (index < 0) {
      String found = places.map().regions().isEmpty() ? "none" : "'" + region + "'";
      throw new UnsupportedBinaryException(
          query.attribution().file().name() + ": " + name(),
          -1,
          MemoryMap.oneOf(places.map().names()),
          found);
    }
    return new Values(query.attribution(), places, index);
  }

  private static final class Values extends MeasureValues {
    private final Attribution attribution;
    private final RegionPlaces places;
    private final int region;

    Values(Attribution attribution, RegionPlaces places, int region) {
      this.attribution = attribution;
      this.places = places;
      this.region = region;
    }

    @Override
    public long total() {
      return places.bytes(attribution, region);
    }

    @Override
    public long of(int span) {
      return places.bytes(attribution, span, region);
    }
  }
}
