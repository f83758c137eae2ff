package dev.weighbridge.tree;

import dev.weighbridge.measure.Measure;
import dev.weighbridge.rows.RowLimit;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which rows of a tree to show, and in what order.
 *
 * @param limit rows per level; what is cut is summed in one more row, {@code [N others]}; bytes are
 *     those of the measure that sorts
 * @param filter keeps a row if the pattern is found in its label or in a label below it; what is
 *     left of a row whose own label does not match weighs only what it still shows
 * @param order how rows are sorted
 */
public record RowSelection(RowLimit limit, Optional<Pattern> filter, RowOrder order) {
  /** Twenty rows per level, unfiltered, in the order of the tree. */
  public static final RowSelection DEFAULT =
      new RowSelection(RowLimit.of(20), Optional.empty(), RowOrder.OF_TREE);

  /** Every row, in the order of the tree. */
  public static final RowSelection ALL =
      new RowSelection(RowLimit.NONE, Optional.empty(), RowOrder.OF_TREE);

  /** Checks the values. */
  public RowSelection {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
  }

  /** So many rows per level, whatever they are. */
  public RowSelection(int limit, Optional<Pattern> filter, RowOrder order) {
    this(RowLimit.of(limit), filter, order);
  }

  /** The rows of the first level of a tree that this selection shows. */
  public List<SizeRow> of(SizeTree tree) {
    Objects.requireNonNull(tree, "tree");
    return cut(tree.root(), sort(filter(tree.rows())));
  }

  /** The rows below a row that this selection shows. */
  public List<SizeRow> below(SizeRow row) {
    Objects.requireNonNull(row, "row");
    return cut(row, sort(filter(row, row.rows())));
  }

  /** All rows below a row that this selection shows, those it cuts included, as one. */
  public SizeRow total(SizeRow above) {
    Objects.requireNonNull(above, "above");
    List<SizeRow> shown = below(above);
    return new SumRow("total", filter.isEmpty() ? List.of(above) : shown, shown);
  }

  private List<SizeRow> filter(SizeRow above, List<SizeRow> rows) {
    boolean keepsAll = filter.isEmpty() || filter.get().matcher(above.label()).find();
    return keepsAll ? rows : filter(rows);
  }

  private List<SizeRow> filter(List<SizeRow> rows) {
    if (filter.isEmpty()) {
      return rows;
    }
    List<SizeRow> kept = new ArrayList<>();
    for (SizeRow row : rows) {
      if (filter.get().matcher(row.label()).find()) {
        kept.add(row);
      } else {
        List<SizeRow> below = filter(row.rows());
        if (!below.isEmpty()) {
          kept.add(new SumRow(row.label(), below, below));
        }
      }
    }
    return kept;
  }

  private List<SizeRow> sort(List<SizeRow> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    List<Measure> asked = rows.get(0).measures();
    if (filter.isEmpty() && order.isOfTree(asked)) {
      // Only a filter can have changed the values.
      return rows;
    }
    List<SizeRow> sorted = new ArrayList<>(rows);
    Optional<Measure> measure = order.measure(asked);
    sorted.sort(
        measure.isPresent()
            ? Comparator.comparing((SizeRow row) -> row.value(measure.get())).reversed()
            : Comparator.comparing(SizeRow::label));
    return sorted;
  }

  private List<SizeRow> cut(SizeRow above, List<SizeRow> rows) {
    if (rows.isEmpty() || !limit.mayCut(rows.size())) {
      return rows;
    }
    List<Measure> asked = rows.get(0).measures();
    Measure measure = order.measure(asked).orElse(asked.get(0));
    RowLimit.Cut<SizeRow> cut = limit.cut(rows, SizeRow::label, row -> row.value(measure));
    List<SizeRow> shown = cut.shown();
    if (cut.others().isEmpty()) {
      return shown;
    }
    SizeRow last =
        filter.isEmpty()
            ? new RestRow(cut.label(), above, shown, cut.others())
            : new SumRow(cut.label(), cut.others(), List.of());
    return new AbstractList<>() {
      @Override
      public SizeRow get(int index) {
        return Objects.checkIndex(index, size()) == shown.size() ? last : shown.get(index);
      }

      @Override
      public int size() {
        return shown.size() + 1;
      }
    };
  }
}
