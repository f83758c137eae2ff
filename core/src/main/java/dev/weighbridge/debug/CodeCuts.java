package dev.weighbridge.debug;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.work.Work;
import java.util.Arrays;

/**
 * The places at which spans must be cut so that each is of one row of a table.
 *
 * @param rows the table
 */
public record CodeCuts(CodeRows rows) implements DerivedKey<long[]> {
  private static final long[] NONE = {};

  /** The places, ascending; of one attribution always the same object, not to be changed. */
  public static long[] of(Attribution attribution, CodeRows rows, Work work) {
    return DebugPlaces.arePresent(attribution)
        ? attribution.uncut().get(new CodeCuts(rows), work)
        : NONE;
  }

  @Override
  public String name() {
    return "places where debug information cuts";
  }

  @Override
  public long[] derive(Attribution attribution, Work work) {
    DebugPlaces places = new DebugPlaces(attribution);
    LongColumn cuts = new LongColumn(0);
    for (int i = 0; i < places.imageCount(); i++) {
      int image = i;
      if (places.debug(image).isPresent()) {
        rows.borders(
            places.debug(image),
            address -> add(cuts, places.place(image, address)),
            address -> add(cuts, places.placeOfData(image, address)));
      }
      work.checkCancelled();
    }
    long[] sorted = cuts.freeze();
    Arrays.sort(sorted);
    return sorted;
  }

  private static void add(LongColumn cuts, long place) {
    int last = cuts.count() - 1;
    if (place > 0 && (last < 0 || cuts.get(last) != place)) {
      cuts.add(place);
    }
  }
}
