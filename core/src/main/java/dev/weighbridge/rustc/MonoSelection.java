package dev.weighbridge.rustc;

import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which rows to show, and in what order.
 *
 * @param limit rows; what is cut is summed in one more, {@code [N others]}; copies are no bytes, so
 *     no row has too few of these
 * @param filter keeps a row if the pattern is found in its label
 * @param order how rows are sorted
 */
public record MonoSelection(RowLimit limit, Optional<Pattern> filter, RowOrder order) {
  /** Twenty rows, most copies first. */
  public static final MonoSelection DEFAULT =
      new MonoSelection(RowLimit.of(20), Optional.empty(), RowOrder.COPIES);

  /** How rows are sorted; those alike in it by their copies. */
  public enum RowOrder {
    /** Most copies first. */
    COPIES,
    /** Most items first. */
    ITEMS,
    /** Most codegen units first. */
    UNITS,
    /** Most bytes of the program first. */
    FILE,
    /** By label, in the order of its characters. */
    LABEL
  }

  /** Checks the values. */
  public MonoSelection {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
  }

  /** The rows to show, and behind them one for those that are cut. */
  public List<MonoRow> of(MonoTable table) {
    Objects.requireNonNull(table, "table");
    return limit.cut(kept(table), MonoRow::label, row -> Long.MAX_VALUE).withSum(MonoRow::sum);
  }

  /** All rows that pass the filter as one. */
  public MonoRow total(MonoTable table) {
    Objects.requireNonNull(table, "table");
    return MonoRow.sum("total", kept(table));
  }

  private List<MonoRow> kept(MonoTable table) {
    List<MonoRow> rows = new ArrayList<>();
    for (MonoRow row : table.rows()) {
      if (filter.isEmpty() || filter.get().matcher(row.label()).find()) {
        rows.add(row);
      }
    }
    switch (order) {
      case COPIES -> {}
      case ITEMS -> rows.sort(Comparator.comparing(MonoRow::items).reversed());
      case UNITS ->
          rows.sort(Comparator.<MonoRow>comparingInt(row -> row.units().size()).reversed());
      case FILE -> rows.sort(Comparator.comparing(MonoRow::fileSize).reversed());
      case LABEL -> rows.sort(Comparator.comparing(MonoRow::label));
    }
    return rows;
  }
}
