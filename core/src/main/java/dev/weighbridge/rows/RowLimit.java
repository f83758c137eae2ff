package dev.weighbridge.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Which rows of a list are shown by themselves. All others are cut and summed in one more row, so
 * that sums hold whatever is cut.
 *
 * @param count rows to show; 0 for no limit
 * @param exclude cuts a row if the pattern is found in its label
 * @param smallest cuts a row of fewer bytes than this
 */
public record RowLimit(int count, Optional<Pattern> exclude, long smallest) {
  /** Every row. */
  public static final RowLimit NONE = new RowLimit(0, Optional.empty(), 0);

  /**
   * Rows of a list.
   *
   * @param shown those shown by themselves, in their order
   * @param others those cut, in their order
   */
  public record Cut<T>(List<T> shown, List<T> others) {
    /** Refuses null. */
    public Cut {
      Objects.requireNonNull(shown, "shown");
      Objects.requireNonNull(others, "others");
    }

    /** Those cut as the label of their sum: {@code [N others]}. */
    public String label() {
      return "[" + others.size() + " others]";
    }

    /** Those shown, and behind them one for those cut, if there are any. */
    public List<T> withSum(BiFunction<String, List<T>, T> sum) {
      Objects.requireNonNull(sum, "sum");
      List<T> rows = new ArrayList<>(shown);
      if (!others.isEmpty()) {
        rows.add(sum.apply(label(), others));
      }
      return rows;
    }
  }

  /** Checks the values. */
  public RowLimit {
    Objects.requireNonNull(exclude, "exclude");
    if (count < 0) {
      throw new IllegalArgumentException("limit: expected 0 or more, found " + count);
    }
    if (smallest < 0) {
      throw new IllegalArgumentException("smallest: expected 0 or more, found " + smallest);
    }
  }

  /** So many rows, whatever they are; 0 for all. */
  public static RowLimit of(int count) {
    return new RowLimit(count, Optional.empty(), 0);
  }

  /** The same without rows in whose label the pattern is found. */
  public RowLimit withExclude(Pattern pattern) {
    Objects.requireNonNull(pattern, "pattern");
    return new RowLimit(count, Optional.of(pattern), smallest);
  }

  /** The same without rows of fewer bytes. */
  public RowLimit withSmallest(long bytes) {
    return new RowLimit(count, exclude, bytes);
  }

  /** Whether some of so many rows may be cut. */
  public boolean mayCut(int rows) {
    return exclude.isPresent() || smallest > 0 || (count > 0 && rows > count);
  }

  /** Whether a row may be shown, if there is room for it. */
  public boolean mayShow(String label, long size) {
    Objects.requireNonNull(label, "label");
    return size >= smallest && (exclude.isEmpty() || !exclude.get().matcher(label).find());
  }

  /** Whether there is room for one more row. */
  public boolean hasRoom(int shown) {
    return count == 0 || shown < count;
  }

  /** Tells the rows to show from those to cut. */
  public <T> Cut<T> cut(List<T> rows, Function<T, String> label, ToLongFunction<T> size) {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(size, "size");
    if (exclude.isEmpty() && smallest == 0) {
      // Labels and sizes may be dear, and nobody asked for them.
      int shown = count == 0 ? rows.size() : Math.min(count, rows.size());
      return new Cut<>(rows.subList(0, shown), rows.subList(shown, rows.size()));
    }
    List<T> shown = new ArrayList<>();
    List<T> others = new ArrayList<>();
    for (T row : rows) {
      boolean isShown = hasRoom(shown.size()) && mayShow(label.apply(row), size.applyAsLong(row));
      (isShown ? shown : others).add(row);
    }
    return new Cut<>(shown, others);
  }
}
