package dev.weighbridge.packages;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.tree.SizeRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of one row from an older package to a newer one: rows of one label are the same. A
 * view; cheap to make, nothing is computed until asked.
 *
 * @param label that of both
 * @param before the row in the older package; empty if it is new
 * @param after the row in the newer package; empty if it is gone
 */
public record PackageChange(String label, Optional<SizeRow> before, Optional<SizeRow> after) {
  /** Checks that it is in one of them. */
  public PackageChange {
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(label, "label");
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("change: expected a row of either package, found none");
    }
  }

  /**
   * What changed from one package to another; the changes of the rows sum to that of the whole.
   *
   * @throws IllegalArgumentException if the trees are not of the same dimensions and measures
   */
  public static PackageChange of(PackageTree older, PackageTree newer) {
    Objects.requireNonNull(older, "older");
    Objects.requireNonNull(newer, "newer");
    if (!older.dimensions().equals(newer.dimensions())
        || !older.measures().equals(newer.measures())) {
      throw new IllegalArgumentException("trees: expected the same dimensions and measures");
    }
    return new PackageChange("total", Optional.of(older.root()), Optional.of(newer.root()));
  }

  /** What it had of a measure. */
  public long before(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return before.map(row -> row.value(measure)).orElse(0L);
  }

  /** What it has of a measure. */
  public long after(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return after.map(row -> row.value(measure)).orElse(0L);
  }

  /** By how much it has more of a measure. */
  public long delta(Measure measure) {
    Objects.requireNonNull(measure, "measure");
    return after(measure) - before(measure);
  }

  /**
   * What became of it: {@code added}, {@code removed}; by the first measure {@code grown} or {@code
   * shrunk}; {@code changed} if only other measures or rows below it did; {@code same}.
   */
  public String status() {
    if (before.isEmpty() || after.isEmpty()) {
      return before.isEmpty() ? "added" : "removed";
    }
    List<Measure> measures = after.get().measures();
    long first = delta(measures.get(0));
    if (first != 0) {
      return first > 0 ? "grown" : "shrunk";
    }
    for (Measure measure : measures) {
      if (delta(measure) != 0) {
        return "changed";
      }
    }
    for (PackageChange row : rows()) {
      if (!row.status().equals("same")) {
        return "changed";
      }
    }
    return "same";
  }

  /** The rows of the next level, the largest change of the first measure first. */
  public List<PackageChange> rows() {
    Map<String, SizeRow> olds = byLabel(before);
    List<PackageChange> changes = new ArrayList<>();
    for (SizeRow row : after.map(SizeRow::rows).orElse(List.of())) {
      Optional<SizeRow> old = Optional.ofNullable(olds.remove(row.label()));
      changes.add(new PackageChange(row.label(), old, Optional.of(row)));
    }
    for (SizeRow row : olds.values()) {
      changes.add(new PackageChange(row.label(), Optional.of(row), Optional.empty()));
    }
    Measure first = after.or(() -> before).orElseThrow().measures().get(0);
    changes.sort(
        Comparator.comparingLong((PackageChange change) -> -Math.abs(change.delta(first))));
    return changes;
  }

  private static Map<String, SizeRow> byLabel(Optional<SizeRow> row) {
    Map<String, SizeRow> rows = new LinkedHashMap<>();
    row.map(SizeRow::rows).orElse(List.of()).forEach(below -> rows.put(below.label(), below));
    return rows;
  }
}
