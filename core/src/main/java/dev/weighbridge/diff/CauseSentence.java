package dev.weighbridge.diff;

import dev.weighbridge.dimension.Dimension;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The cause of growth in one sentence, computed from the rows of the first level: the rows whose
 * first measure changed most in the direction of the whole, with all instances of one generic item
 * taken together.
 */
final class CauseSentence {
  /** More than three is a table, not a sentence. */
  private static final int MAX_CAUSES = 3;

  /** Longest label in the sentence, in characters. */
  private static final int CUT = 80;

  /**
   * A cause.
   *
   * @param row the row with the largest change
   * @param change what its rows have more of the first measure than before
   * @param rows how many rows it has: instances of one generic item, or one row
   * @param instances how many more of them there are than before
   */
  private record Cause(int row, long change, int rows, int instances) {}

  private final RowPairs rows;
  private final Dimension dimension;
  private final Measure measure;
  private final int changed;
  private final List<Cause> causes = new ArrayList<>();
  private long total;

  /**
   * A sentence.
   *
   * @param measure the first one of the rows
   */
  CauseSentence(RowPairs rows, Dimension dimension, Measure measure) {
    this.rows = rows;
    this.dimension = dimension;
    this.measure = measure;
    changed = rows.changedCount();
    for (int row = 0; row < changed; row++) {
      total += rows.change(row);
    }
    findCauses();
  }

  /** Takes rows of one generic item together; they follow each other when sorted by it. */
  private void findCauses() {
    long[] generic = new long[changed];
    for (int row = 0; row < changed; row++) {
      generic[row] = rows.generic(row);
    }
    int[] order = Order.ascending(generic, changed);
    for (int from = 0; from < changed; ) {
      int to = from + 1;
      while (to < changed
          && generic[order[from]] != 0
          && generic[order[to]] == generic[order[from]]) {
        to++;
      }
      consider(cause(order, from, to));
      from = to;
    }
  }

  private Cause cause(int[] order, int from, int to) {
    long change = 0;
    int instances = 0;
    for (int i = from; i < to; i++) {
      change += rows.change(order[i]);
      instances += rows.presence(order[i]);
    }
    return new Cause(order[from], change, to - from, instances);
  }

  /** Keeps the largest causes in the direction of the whole, the largest first. */
  private void consider(Cause cause) {
    boolean isTowardsTotal = total == 0 || Long.signum(cause.change) == Long.signum(total);
    int place = causes.size();
    while (place > 0 && isLarger(cause, causes.get(place - 1))) {
      place--;
    }
    if (cause.change != 0 && isTowardsTotal && place < MAX_CAUSES) {
      causes.add(place, cause);
      if (causes.size() > MAX_CAUSES) {
        causes.remove(MAX_CAUSES);
      }
    }
  }

  /** By size; of equal ones the first in the order of the rows. */
  private static boolean isLarger(Cause one, Cause other) {
    long difference = Math.abs(one.change) - Math.abs(other.change);
    return difference == 0 ? one.row < other.row : difference > 0;
  }

  String text() {
    boolean isOfFile = measure.name().equals(Measures.FILE.name());
    String unchanged = "no change in " + (isOfFile ? "size" : measure.name());
    if (changed == 0) {
      return unchanged;
    }
    StringBuilder text = new StringBuilder();
    text.append(total == 0 ? unchanged + ", but " : signed(total) + " " + measure.unit() + ": ");
    long rest = total;
    int others = changed;
    String before = "";
    for (Cause cause : causes) {
      text.append(before).append(phrase(cause)).append(' ').append(signed(cause.change));
      before = ", ";
      rest -= cause.change;
      others -= cause.rows;
    }
    if (others > 0) {
      text.append(before).append(String.format(Locale.ROOT, "%,d", others));
      text.append(others == 1 ? " other change " : " other changes ").append(signed(rest));
    }
    return text.toString();
  }

  private String phrase(Cause cause) {
    DiffRow row = rows.get(cause.row);
    if (cause.rows > 1) {
      String name = cut(StableText.bareText(row.label()));
      int count = Math.abs(cause.instances);
      return switch (Integer.signum(cause.instances)) {
        case 1 -> count + (count == 1 ? " more instance of " : " more instances of ") + name;
        case -1 -> count + (count == 1 ? " fewer instance of " : " fewer instances of ") + name;
        default -> cause.rows + " instances of " + name;
      };
    }
    boolean isGeneric = rows.generic(cause.row) != 0;
    String label = cut(isGeneric ? StableText.bareText(row.label()) : row.label());
    String what = label.startsWith("[") ? label : dimension.name() + " " + label;
    return switch (row.status()) {
      case ADDED -> "new " + what;
      case REMOVED -> "without " + what;
      default -> label;
    };
  }

  /** A label short enough for a sentence. */
  private static String cut(String label) {
    if (label.codePointCount(0, label.length()) <= CUT) {
      return label;
    }
    return label.substring(0, label.offsetByCodePoints(0, CUT - 1)) + "…";
  }

  private static String signed(long change) {
    return change == 0 ? "0" : String.format(Locale.ROOT, "%+,d", change);
  }
}
