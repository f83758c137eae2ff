package dev.weighbridge.tree;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;
import java.util.Set;

/**
 * Spans grouped by label, as columns: for each label that occurs its sizes, largest first, and on
 * demand the spans themselves. Where rows are looked at by people, {@link SizeTree} gives objects.
 *
 * <p>A million spans are looked at once: sizes are added up under the label ids as they come, and
 * only labels that occurred are sorted. Immutable.
 */
public final class SpanGroups {
  private final Labels labels;

  /** The spans, in the order of the file; {@code null} stands for all spans of the partition. */
  private final int[] spans;

  private final int spanCount;

  /** The ids of the labels if they are sparse, ascending; {@code null} if slots are ids. */
  private final int[] sparse;

  /** The slot of each group: its label's id, or the id's index in {@link #sparse}. */
  private final int[] slot;

  private final long[] fileSize;
  private final long[] memorySize;
  private final int[] count;
  private final long totalFileSize;
  private final long totalMemorySize;
  private volatile int[] spanStart;
  private volatile int[] grouped;

  /** Groups all spans of the given kinds. */
  SpanGroups(Partition partition, Labels labels, Set<Kind> kinds) {
    this(partition, labels, kinds.size() == Kind.count() ? null : spansOf(partition, kinds));
  }

  /** Groups some spans, given in ascending order. */
  public SpanGroups(Partition partition, Labels labels, int[] spans) {
    this.labels = labels;
    this.spans = spans;
    spanCount = spans == null ? partition.spanCount() : spans.length;
    sparse = labels.count() <= 4L * spanCount + 64 ? null : occurringLabels();
    int slots = sparse == null ? labels.count() : sparse.length;
    fileSize = new long[slots];
    memorySize = new long[slots];
    count = new int[slots];
    long file = 0;
    long memory = 0;
    for (int i = 0; i < spanCount; i++) {
      int span = span(i);
      int at = slotOf(span);
      long inFile = partition.fileSize(span);
      long inMemory = partition.memorySize(span);
      count[at]++;
      fileSize[at] += inFile;
      memorySize[at] += inMemory;
      file = Math.addExact(file, inFile);
      memory = Math.addExact(memory, inMemory);
    }
    totalFileSize = file;
    totalMemorySize = memory;
    slot = largestFirst();
  }

  private static int[] spansOf(Partition partition, Set<Kind> kinds) {
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

  private int[] occurringLabels() {
    long[] keys = new long[spanCount];
    for (int i = 0; i < spanCount; i++) {
      keys[i] = labels.of(span(i));
    }
    IntColumn ids = new IntColumn(0);
    for (int i : Order.ascending(keys, spanCount)) {
      if (ids.count() == 0 || ids.get(ids.count() - 1) != keys[i]) {
        ids.add((int) keys[i]);
      }
    }
    return ids.freeze();
  }

  private int span(int index) {
    return spans == null ? index : spans[index];
  }

  private int slotOf(int span) {
    int label = labels.of(span);
    return sparse == null ? label : Arrays.binarySearch(sparse, label);
  }

  /**
   * The slots that occur: largest file size first, then largest memory size, then in the order of
   * the label ids.
   */
  private int[] largestFirst() {
    IntColumn occurring = new IntColumn(0);
    long[] keys = new long[count.length];
    for (int at = 0; at < count.length; at++) {
      if (count[at] > 0) {
        occurring.add(at);
        keys[at] = ~memorySize[at];
      }
    }
    int[] rows = occurring.freeze();
    if (rows.length == 0) {
      return rows;
    }
    int[] byMemory = Order.sorted(keys, rows);
    for (int at : byMemory) {
      keys[at] = ~fileSize[at];
    }
    return Order.sorted(keys, byMemory);
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
    return fileSize[slot[group]];
  }

  /** Bytes of a group in memory at run time. */
  public long memorySize(int group) {
    return memorySize[slot[group]];
  }

  /** The spans of a group, in the order of the file. */
  public int[] spans(int group) {
    if (grouped == null) {
      group();
    }
    return Arrays.copyOfRange(grouped, spanStart[group], spanStart[group + 1]);
  }

  /** Puts the spans in the order of their groups; done twice at once, it comes to the same. */
  private void group() {
    int[] starts = new int[slot.length + 1];
    int[] next = new int[count.length];
    for (int group = 0; group < slot.length; group++) {
      next[slot[group]] = starts[group];
      starts[group + 1] = starts[group] + count[slot[group]];
    }
    int[] all = new int[spanCount];
    for (int i = 0; i < spanCount; i++) {
      int span = span(i);
      all[next[slotOf(span)]++] = span;
    }
    spanStart = starts;
    grouped = all;
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

  /** Bytes of all groups in the file. */
  public long totalFileSize() {
    return totalFileSize;
  }

  /** Bytes of all groups in memory at run time. */
  public long totalMemorySize() {
    return totalMemorySize;
  }

  /** What the label ids mean. */
  public Labels labels() {
    return labels;
  }
}
