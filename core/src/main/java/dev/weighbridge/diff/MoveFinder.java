package dev.weighbridge.diff;

import dev.weighbridge.diff.Moves.Place;
import dev.weighbridge.tree.SizeTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds rows that went elsewhere, by names without what changes from build to build. */
final class MoveFinder {
  private static final String INSIDE = " > ";

  private MoveFinder() {}

  /**
   * Finds what moved.
   *
   * @param rows the rows of the first level
   */
  static Moves find(SizeTree before, SizeTree after, RowPairs rows) {
    Map<Long, Deque<Place>> gone = new HashMap<>();
    LabelIdentity oldNames = new LabelIdentity(before.attribution(), before.levels().get(1));
    for (RowPairs below : inner(rows)) {
      for (int row = 0; row < below.size(); row++) {
        if (below.presence(row) < 0) {
          Place place = new Place(below.oldParent(), below.oldLabel(row));
          long name = oldNames.anywhere(place.label());
          gone.computeIfAbsent(name, id -> new ArrayDeque<>()).add(place);
        }
      }
    }
    Map<Place, String> from = new HashMap<>();
    Map<Place, String> to = new HashMap<>();
    LabelIdentity newNames = new LabelIdentity(after.attribution(), after.levels().get(1));
    for (RowPairs below : inner(rows)) {
      for (int row = 0; row < below.size(); row++) {
        if (below.presence(row) > 0) {
          Place now = new Place(below.newParent(), below.newLabel(row));
          long name = newNames.anywhere(now.label());
          Deque<Place> places = name == 0 ? null : gone.get(name);
          Place old = places == null ? null : places.poll();
          if (old != null) {
            from.put(now, text(before, old));
            to.put(old, text(after, now));
          }
        }
      }
    }
    return new Moves(from, to);
  }

  private static List<RowPairs> inner(RowPairs rows) {
    return IntStream.range(0, rows.size()).mapToObj(rows::inner).toList();
  }

  private static String text(SizeTree tree, Place place) {
    return tree.levels().get(0).text(place.parent())
        + INSIDE
        + tree.levels().get(1).text(place.label());
  }
}
