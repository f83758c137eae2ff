package dev.weighbridge.budget;

import dev.weighbridge.history.HistoryEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who knows which rows had a part in a figure being too high. */
interface Culprits {
  /** The rows that broke a limit on a subject, the one with the largest part first. */
  List<Mover> of(LimitSubject subject);

  /** The rows that grew most since a build that a history keeps. */
  List<Mover> since(HistoryEntry build);

  /** More is a table, not a hint. */
  int SHOWN = 5;

  /** Those with the largest part, the largest first. */
  static List<Mover> largest(List<Mover> movers) {
    List<Mover> sorted = new ArrayList<>(movers);
    sorted.removeIf(mover -> mover.change() == 0);
    sorted.sort(Comparator.comparingLong(mover -> -mover.change()));
    return sorted.subList(0, Math.min(SHOWN, sorted.size()));
  }
}
