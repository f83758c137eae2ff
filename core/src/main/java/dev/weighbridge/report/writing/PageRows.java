package dev.weighbridge.report.writing;

import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a page: each the sum of all bytes that have the same label in every dimension, so
 * that a browser can group them by any of the dimensions without asking anyone.
 */
public final class PageRows {
  /** Rows a browser shows at ease: about ten bytes and half a name each. */
  public static final int MOST = 1_000_000;

  private final List<LabelColumn> dimensions;
  private final long[][] figures;
  private final int foldedCount;

  /**
   * Rows as they are, which may have the same labels several times.
   *
   * @param figures columns to add up
   */
  public PageRows(List<LabelColumn> dimensions, long[][] figures) {
    this(dimensions, figures, 0);
  }

  private PageRows(List<LabelColumn> dimensions, long[][] figures, int foldedCount) {
    this.dimensions = List.copyOf(dimensions);
    this.figures = figures;
    this.foldedCount = foldedCount;
  }

  /** The dimensions. */
  public List<LabelColumn> dimensions() {
    return dimensions;
  }

  /** How many rows there are. */
  public int count() {
    return figures[0].length;
  }

  /** A figure of a row. */
  public long figure(int column, int row) {
    return figures[column][row];
  }

  /** How many labels of the finest dimension share the row of the others. */
  public int foldedCount() {
    return foldedCount;
  }

  /** The same with one row for each combination of labels. */
  public PageRows joined() {
    int[] row = LabelColumn.combined(dimensions);
    IntColumn firsts = new IntColumn(row.length);
    for (int i = 0; i < row.length; i++) {
      if (row[i] == firsts.count()) {
        firsts.add(i);
      }
    }
    int[] first = firsts.freeze();
    long[][] sums = new long[figures.length][first.length];
    for (int column = 0; column < sums.length; column++) {
      for (int i = 0; i < row.length; i++) {
        sums[column][row[i]] += figures[column][i];
      }
    }
    List<LabelColumn> labels = new ArrayList<>();
    for (LabelColumn dimension : dimensions) {
      labels.add(dimension.over(first));
    }
    return new PageRows(labels, sums, foldedCount);
  }

  /** Some of the rows. */
  public PageRows only(boolean[] isWanted) {
    IntColumn wanted = new IntColumn(0);
    for (int row = 0; row < isWanted.length; row++) {
      if (isWanted[row]) {
        wanted.add(row);
      }
    }
    int[] kept = wanted.freeze();
    long[][] some = new long[figures.length][kept.length];
    for (int column = 0; column < some.length; column++) {
      for (int row = 0; row < kept.length; row++) {
        some[column][row] = figures[column][kept[row]];
      }
    }
    List<LabelColumn> labels = new ArrayList<>();
    for (LabelColumn dimension : dimensions) {
      labels.add(dimension.over(kept));
    }
    return new PageRows(labels, some, foldedCount);
  }

  /**
   * The same with about so many rows at most: of the dimension with most labels the heaviest labels
   * stay whole, so that what is shown of one is exact, and the others become one.
   */
  public PageRows atMost(int rows) {
    if (count() <= rows) {
      return this;
    }
    LabelColumn finest = dimensions.get(0);
    for (LabelColumn dimension : dimensions) {
      finest = dimension.count() > finest.count() ? dimension : finest;
    }
    boolean[] isHeavy = heaviest(finest, rows);
    boolean[] isKept = new boolean[count()];
    for (int row = 0; row < isKept.length; row++) {
      isKept[row] = isHeavy[finest.of(row)];
    }
    int folded = 0;
    for (boolean heavy : isHeavy) {
      folded += heavy ? 0 : 1;
    }
    return folded(isKept, folded, rows + rows / 2);
  }

  /**
   * Joins the rows that are not kept: over the finest dimension, and over the next as needed; over
   * the first one, by which the page opens, last.
   */
  private PageRows folded(boolean[] isKept, int foldedLabels, int rows) {
    String other = "[" + foldedLabels + " others]";
    List<LabelColumn> labels = new ArrayList<>(dimensions);
    List<LabelColumn> finestFirst = new ArrayList<>(dimensions.subList(1, dimensions.size()));
    finestFirst.sort(Comparator.comparingInt(LabelColumn::count).reversed());
    finestFirst.add(dimensions.get(0));
    PageRows joined = this;
    for (LabelColumn dimension : finestFirst) {
      if (joined.count() <= rows) {
        break;
      }
      labels.set(labels.indexOf(dimension), dimension.folded(isKept, other));
      joined = new PageRows(labels, figures, foldedLabels).joined();
    }
    return joined;
  }

  /** The labels that weigh most and have no more than so many rows together. */
  private boolean[] heaviest(LabelColumn dimension, int rows) {
    long[] weight = new long[dimension.count()];
    int[] rowsOf = new int[dimension.count()];
    for (int row = 0; row < count(); row++) {
      for (long[] figure : figures) {
        weight[dimension.of(row)] += figure[row];
      }
      rowsOf[dimension.of(row)]++;
    }
    long[] keys = new long[weight.length];
    for (int label = 0; label < keys.length; label++) {
      keys[label] = ~weight[label];
    }
    boolean[] isHeavy = new boolean[weight.length];
    int taken = 0;
    for (int label : Order.ascending(keys, keys.length)) {
      taken += rowsOf[label];
      if (taken > rows) {
        break;
      }
      isHeavy[label] = true;
    }
    return isHeavy;
  }
}
