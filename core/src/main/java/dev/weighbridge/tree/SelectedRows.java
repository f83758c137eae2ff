package dev.weighbridge.tree;

import dev.weighbridge.attribution.Basis;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.measure.Measure;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a tree that a selection shows, and what they weigh together.
 *
 * <p>The sizes are those of all its rows, so that every total is the sum of the rows below it. They
 * are the file's own unless kinds or a filter leave bytes out: see {@link #isWhole}.
 */
public final class SelectedRows {
  private final SizeTree tree;
  private final RowSelection selection;
  private final List<SizeRow> rows;
  private final SizeRow total;

  /** The rows of a tree that a selection shows. */
  public SelectedRows(SizeTree tree, RowSelection selection) {
    Objects.requireNonNull(tree, "tree");
    Objects.requireNonNull(selection, "selection");
    this.tree = tree;
    this.selection = selection;
    rows = selection.of(tree);
    boolean isAll = selection.filter().isEmpty();
    total = new SumRow("total", isAll ? List.of(tree.root()) : rows, rows);
  }

  /** The tree the rows come from. */
  public SizeTree tree() {
    return tree;
  }

  /** Which rows are shown, and in what order. */
  public RowSelection selection() {
    return selection;
  }

  /** The rows of the first level. */
  public List<SizeRow> rows() {
    return rows;
  }

  /** The rows below a row. */
  public List<SizeRow> below(SizeRow row) {
    Objects.requireNonNull(row, "row");
    return selection.below(row);
  }

  /** Whether the rows stand for all bytes of the file. */
  public boolean isWhole() {
    return selection.filter().isEmpty() && !isRestricted();
  }

  /** Whether only some kinds of bytes are counted. */
  public boolean isRestricted() {
    return tree.kinds().size() < Kind.count();
  }

  /** The measure that rows are sorted by, or if they are by label the first. */
  public Measure sorted() {
    return selection.order().measure(tree.measures()).orElse(tree.measures().get(0));
  }

  /** Bytes in the file of all rows. */
  public long fileSize() {
    return total.fileSize();
  }

  /** Bytes in memory of all rows. */
  public long memorySize() {
    return total.memorySize();
  }

  /** Bytes in the file whose basis is this one, of all rows. */
  public long fileSize(Basis basis) {
    Objects.requireNonNull(basis, "basis");
    return total.fileSize(basis);
  }

  /** All rows as one. */
  public SizeRow total() {
    return total;
  }

  @Override
  public String toString() {
    return rows.size() + " rows of " + tree;
  }
}
