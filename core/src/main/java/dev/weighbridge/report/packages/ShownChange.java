package dev.weighbridge.report.packages;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.packages.PackageChange;
import java.util.ArrayList;
import java.util.List;

/**
 * A row for people of what changed: one change, or the sum of those that are not shown.
 *
 * @param status a word about one change; empty of a sum and where nothing changed
 * @param changes what it is the sum of
 * @param isSum whether it is a sum, of which nothing below is shown
 */
record ShownChange(String label, String status, List<PackageChange> changes, boolean isSum) {
  /** One change by itself. */
  static ShownChange of(PackageChange change) {
    String status = change.status();
    return new ShownChange(
        change.label(), isUnchanged(change) ? "" : status, List.of(change), false);
  }

  private static boolean isUnchanged(PackageChange change) {
    return change.status().equals("same");
  }

  /** The bytes before. */
  long before(Measure measure) {
    return changes.stream().mapToLong(change -> change.before(measure)).sum();
  }

  /** The bytes after. */
  long after(Measure measure) {
    return changes.stream().mapToLong(change -> change.after(measure)).sum();
  }

  /** How many bytes more. */
  long delta(Measure measure) {
    return after(measure) - before(measure);
  }

  /**
   * The rows below one change: the largest, then two sums.
   *
   * @param limit how many; 0 for all that changed
   */
  List<ShownChange> rows(int limit) {
    List<ShownChange> shown = new ArrayList<>();
    if (isSum) {
      return shown;
    }
    List<PackageChange> others = new ArrayList<>();
    List<PackageChange> unchanged = new ArrayList<>();
    for (PackageChange change : changes.get(0).rows()) {
      if (isUnchanged(change)) {
        unchanged.add(change);
      } else if (limit == 0 || shown.size() < limit) {
        shown.add(of(change));
      } else {
        others.add(change);
      }
    }
    addSum(shown, others, " others]");
    addSum(shown, unchanged, " unchanged]");
    return shown;
  }

  private static void addSum(List<ShownChange> shown, List<PackageChange> parts, String what) {
    if (!parts.isEmpty()) {
      shown.add(new ShownChange("[" + parts.size() + what, "", parts, true));
    }
  }
}
