package dev.weighbridge.measure;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;

/** Bytes in memory at run time. */
final class MemoryMeasure implements Measure {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public String title() {
    return "Memory size";
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public String unit() {
    return "bytes in memory";
  }

  @Override
  public MeasureValues values(Query query) {
    return new Values(query.attribution().partition());
  }

  private static final class Values extends MeasureValues {
    private final Partition partition;

    Values(Partition partition) {
      this.partition = partition;
    }

    @Override
    public long total() {
      return partition.memorySize();
    }

    @Override
    public long of(int span) {
      return partition.memorySize(span);
    }

    @Override
    public void addTo(int from, int to, int[] slots, long[] sums) {
      for (int span = from; span < to; span++) {
        sums[slots[span - from]] += partition.memorySize(span);
      }
    }

    @Override
    public void addTo(int[] spans, int from, int to, int[] slots, long[] sums) {
      for (int i = from; i < to; i++) {
        sums[slots[i - from]] += partition.memorySize(spans[i]);
      }
    }
  }
}
