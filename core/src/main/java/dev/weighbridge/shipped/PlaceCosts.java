package dev.weighbridge.shipped;

import dev.weighbridge.formats.stream.StreamCosts;
import java.util.Collections;
import java.util.Map;

/** What a file costs in what travels, up to each of some places in it. Immutable. */
final class PlaceCosts {
  private static final String FRAME = "[frame]";

  private final long total;
  private final long[] upTo;
  private final Map<String, Long> outside;

  /**
   * Costs.
   *
   * @param total bytes that travel
   * @param upTo of all bytes before each place; kept, not copied
   * @param outside what is of no byte, by what it is called: all of the total that is left
   */
  PlaceCosts(long total, long[] upTo, Map<String, Long> outside) {
    this.total = total;
    this.upTo = upTo;
    this.outside = Collections.unmodifiableMap(outside);
  }

  /** The costs in a stream, up to the places that it was asked for. */
  static PlaceCosts of(StreamCosts costs, int places) {
    long[] upTo = new long[places];
    for (int place = 0; place < places; place++) {
      upTo[place] = costs.bytesBefore(place);
    }
    long frame = costs.streamSize() - upTo[places - 1];
    return new PlaceCosts(costs.streamSize(), upTo, frame == 0 ? Map.of() : Map.of(FRAME, frame));
  }

  long total() {
    return total;
  }

  /** Bytes of what travels that make all bytes before a place. */
  long before(int place) {
    return upTo[place];
  }

  int count() {
    return upTo.length;
  }

  Map<String, Long> outside() {
    return outside;
  }
}
