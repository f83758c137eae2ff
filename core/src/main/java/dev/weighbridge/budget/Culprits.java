package dev.weighbridge.budget;

import dev.weighbridge.history.HistoryEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who knows which rows had a part in a figure being too high. */
interface Culprits {
  /** The rows that broke a limit on a subject, the one with the largest part first. */
  List<Mover> of(LimitSubject subject);

  /**
   * What rows of a subject's dimension had in the earlier build, by the labels that they have now:
   * rows without a name of their own are known by their bytes. Empty if nobody can tell.
   */
  Map<String, Long> earlier(LimitSubject subject);

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
