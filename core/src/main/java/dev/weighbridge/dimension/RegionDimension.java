package dev.weighbridge.dimension;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.query.Query;
import dev.weighbridge.region.RegionPlaces;
import java.util.List;

/**
 * Groups by region of memory: the one that bytes are stored in before the program runs, or the one
 * they run in if they have no bytes in the file.
 */
final class RegionDimension implements Dimension {
  /** Labels before those of the regions. */
  private static final List<String> OTHERS = List.of("[no region]", "[not loaded]");

  @Override
  public String name() {
    return "region";
  }

  @Override
  public long[] cuts(Query query) {
    return RegionPlaces.of(query.attribution(), query.memoryMap()).cuts();
  }

  @Override
  public Labels labels(Query query) {
    Attribution attribution = query.attribution();
    RegionPlaces places = RegionPlaces.of(attribution, query.memoryMap());
    List<String> names = places.map().names();
    int others = OTHERS.size();
    return new Labels(names.size() + others) {
      @Override
      public int of(int span) {
        return places.loadRegion(attribution, span) + others;
      }

      @Override
      public String text(int label) {
        return label < others ? OTHERS.get(label) : names.get(label - others);
      }
    };
  }
}
