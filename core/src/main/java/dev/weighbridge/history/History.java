package dev.weighbridge.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Builds in the order of their time; of equal times in the order in which they were told.
 * Immutable.
 */
public final class History {
  private final List<HistoryEntry> builds;

  private History(List<HistoryEntry> builds) {
    this.builds = List.copyOf(builds);
  }

  /** A history of some builds; what is told twice counts once. */
  public static History of(List<HistoryEntry> builds) {
    Objects.requireNonNull(builds, "builds");
    List<HistoryEntry> sorted = new ArrayList<>(new LinkedHashSet<>(builds));
    sorted.sort(Comparator.comparing(HistoryEntry::time));
    return new History(sorted);
  }

  /** The builds, the oldest first. */
  public List<HistoryEntry> builds() {
    return builds;
  }

  /** The builds of one program for one target. */
  public History series(String file, String target) {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(target, "target");
    List<HistoryEntry> some = new ArrayList<>();
    for (HistoryEntry build : builds) {
      if (build.file().equals(file) && build.target().equals(target)) {
        some.add(build);
      }
    }
    return new History(some);
  }

  /** One build of each program and target, the first. */
  public List<HistoryEntry> programs() {
    List<HistoryEntry> programs = new ArrayList<>();
    Set<List<String>> known = new LinkedHashSet<>();
    for (HistoryEntry build : builds) {
      if (known.add(List.of(build.file(), build.target()))) {
        programs.add(build);
      }
    }
    return programs;
  }

  /** The last builds, the oldest of them first; all if there are fewer. */
  public List<HistoryEntry> last(int count) {
    return builds.subList(Math.max(0, builds.size() - count), builds.size());
  }

  @Override
  public String toString() {
    return builds.size() + " builds";
  }
}
