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
 * <p>Immutable.
 */
public final class SpanGroups {
  private final Labels labels;
  private final int[] spans;
  private final int[] label;
  private final long[] fileSize;
  private final long[] memorySize;
  private final int[] spanStart;
  private final int[] grouped;

  /** Groups all spans of the given kinds. */
  SpanGroups(Partition partition, Labels labels, Set<Kind> kinds) {
    this(partition, labels, spansOf(partition, kinds));
  }

  /** Groups some spans, given in ascending order. */
  public SpanGroups(Partition partition, Labels labels, int[] spans) {
    this.labels = labels;
    this.spans = spans;
    int[] labelOf = new int[spans.length];
    int distinct = denseLabels(labelOf);
    label = new int[distinct];
    long[] file = new long[distinct];
    long[] memory = new long[distinct];
    int[] count = new int[distinct];
    for (int i = 0; i < spans.length; i++) {
      int group = labelOf[i];
      count[group]++;
      file[group] += partition.fileSize(spans[i]);
      memory[group] += partition.memorySize(spans[i]);
    }
    int[] order = largestFirst(file, memory);
    int[] rank = new int[distinct];
    fileSize = new long[distinct];
    memorySize = new long[distinct];
    spanStart = new int[distinct + 1];
    for (int g = 0; g < distinct; g++) {
      int from = order[g];
      rank[from] = g;
      fileSize[g] = file[from];
      memorySize[g] = memory[from];
      spanStart[g + 1] = spanStart[g] + count[from];
    }
    grouped = new int[spans.length];
    int[] next = spanStart.clone();
    for (int i = 0; i < spans.length; i++) {
      int group = rank[labelOf[i]];
      if (next[group] == spanStart[group]) {
        label[group] = labels.of(spans[i]);
      }
      grouped[next[group]++] = spans[i];
    }
  }

  private static int[] spansOf(Partition partition, Set<Kind> kinds) {
    int count = partition.spanCount();
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

  /** Numbers the labels that occur from 0 in the order of their ids; returns how many there are. */
  private int denseLabels(int[] labelOf) {
    return labels.count() <= 4L * spans.length + 64 ? byTable(labelOf) : bySort(labelOf);
  }

  private int byTable(int[] labelOf) {
    int[] number = new int[labels.count()];
    for (int i = 0; i < spans.length; i++) {
      int id = labels.of(spans[i]);
      labelOf[i] = id;
      number[id] = 1;
    }
    int distinct = 0;
    for (int id = 0; id < number.length; id++) {
      if (number[id] != 0) {
        number[id] = distinct++;
      }
    }
    for (int i = 0; i < labelOf.length; i++) {
      labelOf[i] = number[labelOf[i]];
    }
    return distinct;
  }

  private int bySort(int[] labelOf) {
    long[] keys = new long[spans.length];
    for (int i = 0; i < spans.length; i++) {
      keys[i] = labels.of(spans[i]);
    }
    int distinct = 0;
    long last = -1;
    for (int i : Order.ascending(keys, keys.length)) {
      if (keys[i] != last) {
        last = keys[i];
        distinct++;
      }
      labelOf[i] = distinct - 1;
    }
    return distinct;
  }

  /** Largest file size first, then largest memory size, then in the order of the label ids. */
  private static int[] largestFirst(long[] file, long[] memory) {
    long[] keys = new long[file.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ~memory[i];
    }
    int[] order = Order.ascending(keys, keys.length);
    for (int i = 0; i < keys.length; i++) {
      keys[i] = ~file[i];
    }
    return order.length == 0 ? order : Order.sorted(keys, order);
  }

  /** How many groups there are. */
  public int count() {
    return label.length;
  }

  /** The label of a group, as an id of {@link #labels}. */
  public int label(int group) {
    return label[group];
  }

  /** Bytes of a group in the file. */
  public long fileSize(int group) {
    return fileSize[group];
  }

  /** Bytes of a group in memory at run time. */
  public long memorySize(int group) {
    return memorySize[group];
  }

  /** The spans of a group, in the order of the file. */
  public int[] spans(int group) {
    return Arrays.copyOfRange(grouped, spanStart[group], spanStart[group + 1]);
  }

  /** The spans of all groups, in the order of the file; must not be changed. */
  int[] spans() {
    return spans;
  }

  /** Bytes of all groups in the file. */
  public long totalFileSize() {
    return sum(fileSize);
  }

  /** Bytes of all groups in memory at run time. */
  public long totalMemorySize() {
    return sum(memorySize);
  }

  /** What the label ids mean. */
  public Labels labels() {
    return labels;
  }

  private static long sum(long[] values) {
    long sum = 0;
    for (long value : values) {
      sum = Math.addExact(sum, value);
    }
    return sum;
  }
}
