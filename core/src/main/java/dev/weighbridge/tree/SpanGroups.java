package dev.weighbridge.tree;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.dimension.Labels;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.formats.columns.IntColumn;
import dev.weighbridge.formats.columns.Order;
import java.util.Arrays;
import java.util.Set;

/**
 * Spans grouped by label: for each label that occurs its sizes, largest first, and on demand the
 * spans themselves.
 *
 * <p>A million spans are looked at once: sizes are added up under the label ids as they come, and
 * only labels that occurred are sorted.
 */
final class SpanGroups {
  private final int[] spans;

  /** The slot of each span's label: the label id itself, or its number if ids are sparse. */
  private final int[] slotOf;

  private final int[] slot;
  private final int[] label;
  private final long[] fileSize;
  private final long[] memorySize;
  private final int[] spanStart;
  private volatile int[] grouped;

  /** Groups all spans of the given kinds. */
  SpanGroups(Partition partition, Labels labels, Set<Kind> kinds) {
    this(partition, labels, spansOf(partition, kinds));
  }

  /** Groups some spans, given in ascending order. */
  SpanGroups(Partition partition, Labels labels, int[] spans) {
    this.spans = spans;
    slotOf = new int[spans.length];
    for (int i = 0; i < spans.length; i++) {
      slotOf[i] = labels.of(spans[i]);
    }
    boolean isDense = labels.count() <= 4L * spans.length + 64;
    int[] labelOfSlot = isDense ? null : numberLabels();
    Sums sums = new Sums(isDense ? labels.count() : labelOfSlot.length);
    sums.add(partition, spans, slotOf);
    slot = sums.largestFirst();
    label = new int[slot.length];
    fileSize = new long[slot.length];
    memorySize = new long[slot.length];
    spanStart = new int[slot.length + 1];
    for (int group = 0; group < slot.length; group++) {
      int from = slot[group];
      label[group] = isDense ? from : labelOfSlot[from];
      fileSize[group] = sums.file[from];
      memorySize[group] = sums.memory[from];
      spanStart[group + 1] = spanStart[group] + sums.count[from];
    }
  }

  private static int[] spansOf(Partition partition, Set<Kind> kinds) {
    int count = partition.spanCount();
    if (kinds.size() == Kind.count()) {
      int[] all = new int[count];
      for (int span = 0; span < count; span++) {
        all[span] = span;
      }
      return all;
    }
    boolean[] wanted = new boolean[Kind.count()];
    for (Kind kind : kinds) {
      wanted[kind.ordinal()] = true;
    }
    IntColumn kept = new IntColumn(count);
    for (int span = 0; span < count; span++) {
      if (wanted[partition.kindOrdinal(span)]) {
        kept.add(span);
      }
    }
    return kept.freeze();
  }

  /** Numbers the labels that occur from 0 in the order of their ids; returns the ids. */
  private int[] numberLabels() {
    long[] keys = new long[slotOf.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = slotOf[i];
    }
    IntColumn ids = new IntColumn(0);
    for (int i : Order.ascending(keys, keys.length)) {
      if (ids.count() == 0 || ids.get(ids.count() - 1) != keys[i]) {
        ids.add((int) keys[i]);
      }
      slotOf[i] = ids.count() - 1;
    }
    return ids.freeze();
  }

  int count() {
    return label.length;
  }

  int label(int group) {
    return label[group];
  }

  long fileSize(int group) {
    return fileSize[group];
  }

  long memorySize(int group) {
    return memorySize[group];
  }

  /** The spans of a group, in the order of the file. */
  int[] spans(int group) {
    if (grouped == null) {
      grouped = group();
    }
    return Arrays.copyOfRange(grouped, spanStart[group], spanStart[group + 1]);
  }

  private int[] group() {
    int slots = 0;
    for (int used : slot) {
      slots = Math.max(slots, used + 1);
    }
    int[] next = new int[slots];
    for (int group = 0; group < slot.length; group++) {
      next[slot[group]] = spanStart[group];
    }
    int[] all = new int[spans.length];
    for (int i = 0; i < spans.length; i++) {
      all[next[slotOf[i]]++] = spans[i];
    }
    return all;
  }

  /** The spans of all groups, in the order of the file. */
  int[] spans() {
    return spans;
  }

  long totalFileSize() {
    return sum(fileSize);
  }

  long totalMemorySize() {
    return sum(memorySize);
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }

  /** Sizes by slot, while they are added up. */
  private static final class Sums {
    private final long[] file;
    private final long[] memory;
    private final int[] count;

    Sums(int slots) {
      file = new long[slots];
      memory = new long[slots];
      count = new int[slots];
    }

    void add(Partition partition, int[] spans, int[] slotOf) {
      for (int i = 0; i < spans.length; i++) {
        int at = slotOf[i];
        count[at]++;
        file[at] += partition.fileSize(spans[i]);
        memory[at] += partition.memorySize(spans[i]);
      }
    }

    /**
     * The slots that occur: largest file size first, then largest memory size, then in the order of
     * the label ids.
     */
    int[] largestFirst() {
      IntColumn occurring = new IntColumn(0);
      long[] keys = new long[count.length];
      for (int at = 0; at < count.length; at++) {
        if (count[at] > 0) {
          occurring.add(at);
          keys[at] = ~memory[at];
        }
      }
      int[] rows = occurring.freeze();
      if (rows.length == 0) {
        return rows;
      }
      int[] byMemory = Order.sorted(keys, rows);
      for (int at : byMemory) {
        keys[at] = ~file[at];
      }
      return Order.sorted(keys, byMemory);
    }
  }
}
