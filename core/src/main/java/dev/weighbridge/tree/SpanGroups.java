package dev.weighbridge.tree;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import dev.weighbridge.formats.work.Work;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.Measures;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Spans grouped by label, as columns: for each label that occurs a sum of each measure, largest
 * first, and on demand the spans themselves. Where rows are looked at by people, {@link SizeTree}
 * gives objects.
 *
 * <p>Labels and measures are asked for a chunk of spans at once, and only labels that occurred are
 * sorted. The sums of all groups are proven to be what the measures say of the whole. Immutable.
 */
public final class SpanGroups {
  /** Spans asked for at once: their labels stay in the nearest cache. */
  private static final int CHUNK = 4_096;

  private static final int ALL = -1;
  private static final int NONE = -2;

  private final MeasureColumns measures;
  private final Labels labels;

  /** The spans, in the order of the file; {@code null} stands for all spans of the partition. */
  private final int @Nullable [] spans;

  private final int spanCount;

  /** What no span has of each measure, for the last labels; {@code null} if that is nothing. */
  private final @Nullable OutsideRows outside;

  /** How many labels that are. */
  private final int outsideCount;

  /** Which of its rows is counted here: an index, or one of {@link #ALL} and {@link #NONE}. */
  private final int outsideRow;

  /** The ids of the labels if they are sparse, ascending; {@code null} if slots are ids. */
  private final int @Nullable [] sparse;

  /** The slot of each span if labels are sparse. */
  private int[] slotOfSpan = new int[0];

  /** The slot of each group: its label's id, or the id's index in {@link #sparse}. */
  private final int[] slot;

  /** A column for each measure: its sum in each slot. */
  private final long[][] sums;

  /** How many spans each slot has. */
  private final int[] count;

  private final long[] totals;
  private volatile int[] spanStart = new int[0];
  private volatile int @Nullable [] grouped;

  /**
   * Groups some spans.
   *
   * @param spans in ascending order; null stands for all
   * @param outsideRow what is counted for the last labels besides the spans
   * @param expected what they must have of each column; null if nobody knows
   */
  private SpanGroups(
      MeasureColumns measures,
      Labels labels,
      int @Nullable [] spans,
      int outsideRow,
      long @Nullable [] expected) {
    this.measures = measures;
    this.labels = labels;
    this.spans = spans;
    outside = measures.outside();
    outsideCount = outside == null ? 0 : outside.count();
    this.outsideRow = outsideRow;
    spanCount = spans == null ? partition().spanCount() : spans.length;
    sparse = labels.count() <= 4L * spanCount + 64 ? null : occurringLabels();
    int slots = sparse == null ? labels.count() : sparse.length;
    sums = new long[measures.count()][slots];
    count = new int[slots];
    addUp();
    slot = largestFirst();
    totals = new long[sums.length];
    for (int column = 0; column < totals.length; column++) {
      totals[column] = total(column);
      if (expected != null && totals[column] != expected[column]) {
        String found = expected[column] + " in all, found " + totals[column];
        throw new IllegalStateException(measure(column) + " of groups: expected " + found);
      }
    }
  }

  /** Groups all spans of the given kinds. */
  static SpanGroups of(MeasureColumns measures, Labels labels, Set<Kind> kinds) {
    return kinds.size() == Kind.count()
        ? new SpanGroups(measures, labels, null, ALL, measures.totals())
        : new SpanGroups(measures, labels, spansOf(measures, kinds), NONE, null);
  }

  /** Groups the spans of a group by other labels. */
  public SpanGroups below(int group, Labels next) {
    Objects.requireNonNull(next, "next");
    long[] expected = new long[sums.length];
    for (int column = 0; column < expected.length; column++) {
      expected[column] = value(column, group);
    }
    int row = isOutside(slot[group]) ? outsideRow(slot[group]) : NONE;
    return new SpanGroups(measures, next, spans(group), row, expected);
  }

  /** No groups, of the same measures. */
  public SpanGroups none(Labels next) {
    Objects.requireNonNull(next, "next");
    return new SpanGroups(measures, next, new int[0], NONE, new long[sums.length]);
  }

  private static int[] spansOf(MeasureColumns measures, Set<Kind> kinds) {
    Partition partition = measures.query().attribution().partition();
    boolean[] wanted = new boolean[Kind.count()];
    for (Kind kind : kinds) {
      wanted[kind.ordinal()] = true;
    }
    IntColumn kept = new IntColumn(0);
    for (int span = 0; span < partition.spanCount(); span++) {
      if (wanted[partition.kindOrdinal(span)]) {
        kept.add(span);
      }
    }
    return kept.freeze();
  }

  private Partition partition() {
    return measures.query().attribution().partition();
  }

  private String measure(int column) {
    return "measure " + measures.all().get(column).name();
  }

  private int[] occurringLabels() {
    long[] keys = new long[spanCount];
    int[] ids = new int[Math.min(CHUNK, spanCount)];
    for (int from = 0; from < spanCount; from += CHUNK) {
      int to = Math.min(spanCount, from + CHUNK);
      fillLabels(from, to, ids);
      for (int i = from; i < to; i++) {
        keys[i] = ids[i - from];
      }
    }
    IntColumn occurring = new IntColumn(0);
    slotOfSpan = new int[spanCount];
    long last = -1;
    for (int i : Order.ascending(keys, spanCount)) {
      if (keys[i] != last) {
        last = keys[i];
        occurring.add((int) last);
      }
      slotOfSpan[i] = occurring.count() - 1;
    }
    for (int row = 0; row < outsideCount; row++) {
      occurring.add(labels.count() - outsideCount + row);
    }
    return occurring.freeze();
  }

  private void fillLabels(int from, int to, int[] ids) {
    if (spans == null) {
      labels.fill(from, to, ids);
    } else {
      labels.fill(spans, from, to, ids);
    }
  }

  private void fillSlots(int from, int to, int[] slots) {
    if (sparse == null) {
      fillLabels(from, to, slots);
    } else {
      System.arraycopy(slotOfSpan, from, slots, 0, to - from);
    }
  }

  /** Whether a slot is one of what no span has, and counted here. */
  private boolean isOutside(int at) {
    int row = outsideRow(at);
    return row >= 0 && (outsideRow == ALL || outsideRow == row);
  }

  /** The row of what no span has that a slot is of; below 0 if it is of a label of spans. */
  private int outsideRow(int at) {
    return at - (count.length - outsideCount);
  }

  private void addUp() {
    Work work = measures.query().work();
    if (outside != null) {
      addOutside(outside);
    }
    int[] slots = new int[Math.min(CHUNK, spanCount)];
    for (int from = 0; from < spanCount; from += CHUNK) {
      int to = Math.min(spanCount, from + CHUNK);
      work.checkCancelled();
      fillSlots(from, to, slots);
      for (int i = 0; i < to - from; i++) {
        count[slots[i]]++;
      }
      for (int column = 0; column < sums.length; column++) {
        if (spans == null) {
          measures.values(column).addTo(from, to, slots, sums[column]);
        } else {
          measures.values(column).addTo(spans, from, to, slots, sums[column]);
        }
      }
    }
  }

  private void addOutside(OutsideRows rows) {
    for (int at = count.length - outsideCount; at < count.length; at++) {
      for (int column = 0; isOutside(at) && column < sums.length; column++) {
        sums[column][at] = rows.value(outsideRow(at), column);
      }
    }
  }

  private long total(int column) {
    long total = 0;
    for (int at : slot) {
      long sum = sums[column][at];
      if (sum < 0) {
        throw new IllegalStateException(measure(column) + ": expected 0 or more, found " + sum);
      }
      total = Math.addExact(total, sum);
    }
    return total;
  }

  /**
   * The slots that occur: largest value of the first measure first, then of the second and so on,
   * then in the order of the label ids.
   */
  private int[] largestFirst() {
    IntColumn occurring = new IntColumn(0);
    for (int at = 0; at < count.length; at++) {
      if (count[at] > 0 || isOutside(at)) {
        occurring.add(at);
      }
    }
    int[] rows = occurring.freeze();
    long[] keys = new long[count.length];
    for (int column = sums.length - 1; column >= 0 && rows.length > 0; column--) {
      for (int at : rows) {
        keys[at] = ~sums[column][at];
      }
      rows = Order.sorted(keys, rows);
    }
    return rows;
  }

  /** How many groups there are. */
  public int count() {
    return slot.length;
  }

  /** The label of a group, as an id of {@link #labels}. */
  public int label(int group) {
    return sparse == null ? slot[group] : sparse[slot[group]];
  }

  /** Bytes of a group in the file. */
  public long fileSize(int group) {
    return sums[measures.file][slot[group]];
  }

  /** Bytes of a group in memory at run time. */
  public long memorySize(int group) {
    return sums[measures.memory][slot[group]];
  }

  /**
   * The measures of the columns: first those the tree was asked for, by which groups are in order,
   * then {@link Measures#FILE} and {@link Measures#MEMORY} if they were not.
   */
  public List<Measure> measures() {
    return measures.all();
  }

  /** What a group has of the measure of a column. */
  public long value(int column, int group) {
    return sums[column][slot[group]];
  }

  /** What all groups have of the measure of a column. */
  public long totalValue(int column) {
    return totals[column];
  }

  /** The spans of a group, in the order of the file. */
  public int[] spans(int group) {
    int[] all = grouped;
    if (all == null) {
      all = group();
    }
    return Arrays.copyOfRange(all, spanStart[group], spanStart[group + 1]);
  }

  /** Puts the spans in the order of their groups; done twice at once, it comes to the same. */
  private int[] group() {
    int[] starts = new int[slot.length + 1];
    int[] next = new int[count.length];
    for (int group = 0; group < slot.length; group++) {
      next[slot[group]] = starts[group];
      starts[group + 1] = starts[group] + count[slot[group]];
    }
    int[] all = new int[spanCount];
    int[] slots = new int[Math.min(CHUNK, spanCount)];
    for (int from = 0; from < spanCount; from += CHUNK) {
      int to = Math.min(spanCount, from + CHUNK);
      fillSlots(from, to, slots);
      for (int i = from; i < to; i++) {
        all[next[slots[i - from]]++] = spans == null ? i : spans[i];
      }
    }
    spanStart = starts;
    grouped = all;
    return all;
  }

  /** Whether they have all spans of the partition. */
  boolean areOfAll() {
    return spans == null;
  }

  /** The spans of all groups, in the order of the file. */
  int[] spans() {
    if (spans != null) {
      return spans;
    }
    int[] all = new int[spanCount];
    for (int span = 0; span < spanCount; span++) {
      all[span] = span;
    }
    return all;
  }

  /** What the label ids mean. */
  public Labels labels() {
    return labels;
  }

  @Override
  public String toString() {
    return count() + " groups";
  }
}
