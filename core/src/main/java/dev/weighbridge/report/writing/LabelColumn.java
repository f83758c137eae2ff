package dev.weighbridge.report.writing;

import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * One dimension of a page: a label for each of its rows. Labels are numbered in the order in which
 * rows first have them, so that neighbours in the file have neighbouring numbers.
 */
public final class LabelColumn {
  private final String name;
  private final int[] labels;
  private final int[] ids;
  private final IntFunction<String> texts;

  private LabelColumn(String name, int[] labels, int[] ids, IntFunction<String> texts) {
    this.name = name;
    this.labels = labels;
    this.ids = ids;
    this.texts = texts;
  }

  /**
   * Numbers the labels of some rows.
   *
   * @param ids the label of each row, as an id of any range
   * @param texts the text of an id
   */
  public static LabelColumn of(String name, int[] ids, IntFunction<String> texts) {
    long[] keys = new long[ids.length];
    for (int row = 0; row < ids.length; row++) {
      keys[row] = ids[row];
    }
    int[] order = Order.ascending(keys, keys.length);
    int[] firstRow = new int[ids.length];
    for (int i = 0; i < order.length; i++) {
      boolean isNew = i == 0 || keys[order[i]] != keys[order[i - 1]];
      // Stable: the first of equal keys is the first row that has the label.
      firstRow[order[i]] = isNew ? order[i] : firstRow[order[i - 1]];
    }
    int[] labels = new int[ids.length];
    int[] distinct = new int[ids.length];
    int count = 0;
    for (int row = 0; row < ids.length; row++) {
      if (firstRow[row] == row) {
        distinct[count] = ids[row];
        labels[row] = count++;
      } else {
        labels[row] = labels[firstRow[row]];
      }
    }
    return new LabelColumn(name, labels, Arrays.copyOf(distinct, count), texts);
  }

  /** The word used on the command line and in machine output. */
  public String name() {
    return name;
  }

  /** How many labels there are. */
  public int count() {
    return ids.length;
  }

  /** The label of a row. */
  public int of(int row) {
    return labels[row];
  }

  /** How many rows there are. */
  public int rowCount() {
    return labels.length;
  }

  /** The text of a label. */
  public String text(int label) {
    return texts.apply(ids[label]);
  }

  /** The same labels over rows that were joined. */
  public LabelColumn over(int[] firstRows) {
    int[] kept = new int[firstRows.length];
    for (int row = 0; row < kept.length; row++) {
      kept[row] = ids[labels[firstRows[row]]];
    }
    return of(name, kept, texts);
  }

  /** The same rows, where those not kept all have one label. */
  public LabelColumn folded(boolean[] isKept, String other) {
    int[] folded = labels.clone();
    for (int row = 0; row < folded.length; row++) {
      folded[row] = isKept[row] ? labels[row] : ids.length;
    }
    // Without this column: its rows may be many, and need not be kept for the sake of a text.
    int[] known = ids;
    IntFunction<String> before = texts;
    return of(name, folded, label -> label == known.length ? other : before.apply(known[label]));
  }

  /** Numbers the distinct combinations of labels in the order of their first rows. */
  public static int[] combined(List<LabelColumn> columns) {
    int[] combined = new int[columns.get(0).rowCount()];
    for (LabelColumn column : columns) {
      long[] keys = new long[combined.length];
      for (int row = 0; row < keys.length; row++) {
        keys[row] = (long) combined[row] * column.count() + column.of(row);
      }
      int[] order = Order.ascending(keys, keys.length);
      int number = -1;
      long last = -1;
      for (int row : order) {
        number += keys[row] == last ? 0 : 1;
        last = keys[row];
        combined[row] = number;
      }
    }
    return of("", combined, id -> "").labels;
  }
}
