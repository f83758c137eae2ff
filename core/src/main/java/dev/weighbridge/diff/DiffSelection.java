package dev.weighbridge.diff;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.tree.RowSelection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which rows of a diff to show, and in what order.
 *
 * @param rows rows per level, pattern and order; values stand for changes of values
 * @param isUnchangedFolded whether rows that are the same in both builds are summed in one more
 *     row, {@code [N unchanged]}
 */
public record DiffSelection(RowSelection rows, boolean isUnchangedFolded) {
  /** Checks the values. */
  public DiffSelection {
    Objects.requireNonNull(rows, "rows");
  }

  /** The rows of the first level of a diff that this selection shows. */
  public List<DiffRow> of(SizeDiff diff) {
    Objects.requireNonNull(diff, "diff");
    return cut(sort(filter(diff.rows())));
  }

  /** The rows below a row that this selection shows. */
  public List<DiffRow> below(DiffRow row) {
    Objects.requireNonNull(row, "row");
    List<DiffRow> below = matches(row) ? row.rows() : filter(row.rows());
    return below.isEmpty() ? below : cut(sort(below));
  }

  private boolean matches(DiffRow row) {
    return rows.filter().isEmpty()
        || rows.filter().get().matcher(row.label()).find()
        || row.formerLabel()
            .filter(former -> rows.filter().get().matcher(former).find())
            .isPresent();
  }

  private List<DiffRow> filter(List<DiffRow> all) {
    if (rows.filter().isEmpty()) {
      return all;
    }
    List<DiffRow> kept = new ArrayList<>();
    for (DiffRow row : all) {
      List<DiffRow> below = matches(row) ? List.of() : filter(row.rows());
      if (matches(row)) {
        kept.add(row);
      } else if (!below.isEmpty()) {
        kept.add(SumRow.of(row.label(), below, below));
      }
    }
    return kept;
  }

  private List<DiffRow> sort(List<DiffRow> all) {
    if (all.isEmpty()) {
      return all;
    }
    List<Measure> asked = all.get(0).measures();
    if (rows.filter().isEmpty() && rows.order().isOfTree(asked)) {
      // Only a filter can have changed the values.
      return all;
    }
    Optional<Measure> measure = rows.order().measure(asked);
    List<DiffRow> sorted = new ArrayList<>(all);
    sorted.sort(
        measure.isPresent()
            ? Comparator.comparing(row -> -Math.abs(row.delta().value(measure.get())))
            : Comparator.comparing(DiffRow::label));
    return sorted;
  }

  private List<DiffRow> cut(List<DiffRow> all) {
    List<DiffRow> shown = new ArrayList<>();
    List<DiffRow> others = new ArrayList<>();
    List<DiffRow> unchanged = new ArrayList<>();
    List<Measure> asked = all.isEmpty() ? List.of() : all.get(0).measures();
    Optional<Measure> measure = rows.order().measure(asked);
    for (DiffRow row : all) {
      if (isUnchangedFolded && row.status() == DiffStatus.SAME) {
        unchanged.add(row);
      } else if (rows.limit().hasRoom(shown.size()) && mayShow(row, measure.orElse(asked.get(0)))) {
        shown.add(row);
      } else {
        others.add(row);
      }
    }
    addSum(shown, others, " others]");
    addSum(shown, unchanged, " unchanged]");
    return shown;
  }

  private boolean mayShow(DiffRow row, Measure measure) {
    return rows.limit().mayShow(row.label(), Math.abs(row.delta().value(measure)));
  }

  private static void addSum(List<DiffRow> shown, List<DiffRow> parts, String what) {
    if (!parts.isEmpty()) {
      shown.add(SumRow.of("[" + parts.size() + what, parts, List.of()));
    }
  }
}
