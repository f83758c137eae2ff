package dev.weighbridge.llvmlines;

import dev.weighbridge.rows.RowLimit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Which rows to show, and in what order.
 *
 * @param limit rows; what is cut is summed in one more, {@code [N others]}; lines are no bytes, so
 *     no row has too few of these
 * @param filter keeps a row if the pattern is found in its label
 * @param order how rows are sorted; changes are sorted by how much changed of it
 */
public record IrSelection(RowLimit limit, Optional<Pattern> filter, RowOrder order) {
  /** Twenty rows, most lines first. */
  public static final IrSelection DEFAULT =
      new IrSelection(RowLimit.of(20), Optional.empty(), RowOrder.LINES);

  /** How rows are sorted; those alike in it by their lines. */
  public enum RowOrder {
    /** Most lines first. */
    LINES,
    /** Most copies first. */
    COPIES,
    /** Most bytes of the program first. */
    FILE,
    /** By label, in the order of its characters. */
    LABEL
  }

  /** Checks the values. */
  public IrSelection {
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(order, "order");
  }

  /** So many rows, whatever they are. */
  public IrSelection(int limit, Optional<Pattern> filter, RowOrder order) {
    this(RowLimit.of(limit), filter, order);
  }

  /** The rows to show, and behind them one for those that are cut. */
  public List<IrRow> of(IrTable table) {
    Objects.requireNonNull(table, "table");
    return limit.cut(kept(table), IrRow::label, row -> Long.MAX_VALUE).withSum(IrRow::sum);
  }

  /** All rows that pass the filter as one. */
  public IrRow total(IrTable table) {
    Objects.requireNonNull(table, "table");
    return IrRow.sum("total", kept(table));
  }

  /** The changes to show, and behind them one for those that are cut. */
  public List<IrChange> of(IrDiff diff) {
    Objects.requireNonNull(diff, "diff");
    return limit.cut(kept(diff), IrChange::label, row -> Long.MAX_VALUE).withSum(IrChange::sum);
  }

  /** All changes that pass the filter as one. */
  public IrChange total(IrDiff diff) {
    Objects.requireNonNull(diff, "diff");
    return IrChange.sum("total", kept(diff));
  }

  private List<IrRow> kept(IrTable table) {
    List<IrRow> rows = filtered(table.rows(), IrRow::label);
    switch (order) {
      case LINES -> {}
      case COPIES -> rows.sort(Comparator.comparing(IrRow::copies).reversed());
      case FILE -> rows.sort(Comparator.comparing(IrRow::fileSize).reversed());
      case LABEL -> rows.sort(Comparator.comparing(IrRow::label));
    }
    return rows;
  }

  private List<IrChange> kept(IrDiff diff) {
    List<IrChange> changes = filtered(diff.changes(), IrChange::label);
    if (order == RowOrder.COPIES) {
      changes.sort(
          Comparator.<IrChange>comparingInt(change -> Math.abs(change.copiesDelta())).reversed());
    } else if (order == RowOrder.LABEL) {
      changes.sort(Comparator.comparing(IrChange::label));
    }
    return changes;
  }

  private <R> List<R> filtered(List<R> rows, Function<R, String> label) {
    List<R> kept = new ArrayList<>();
    for (R row : rows) {
      if (filter.isEmpty() || filter.get().matcher(label.apply(row)).find()) {
        kept.add(row);
      }
    }
    return kept;
  }
}
