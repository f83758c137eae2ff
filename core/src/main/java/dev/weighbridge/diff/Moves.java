package dev.weighbridge.diff;

import java.util.Map;
import java.util.Optional;

/**
 * Which rows of the second level went from one row of the first to another: functions that are in
 * another file, or of another unit, than before. They are known by their names, without what
 * changes from build to build. Immutable.
 */
final class Moves {
  /** Nothing has moved. */
  static final Moves NONE = new Moves(Map.of(), Map.of());

  /** A row of the second level of one build: its label, and that of the row it is below. */
  record Place(int parent, int label) {}

  private final Map<Place, String> from;
  private final Map<Place, String> to;

  /**
   * Rows that have moved.
   *
   * @param from where each of the new build was
   * @param to where each of the old build went
   */
  Moves(Map<Place, String> from, Map<Place, String> to) {
    this.from = from;
    this.to = to;
  }

  /** Where a row of the new build was; empty if it did not move. */
  Optional<String> from(int parent, int label) {
    return from.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(from.get(new Place(parent, label)));
  }

  /** Where a row of the old build went; empty if it did not move. */
  Optional<String> to(int parent, int label) {
    return to.isEmpty() ? Optional.empty() : Optional.ofNullable(to.get(new Place(parent, label)));
  }
}
