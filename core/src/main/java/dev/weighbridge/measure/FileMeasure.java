package dev.weighbridge.measure;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.query.Query;

/** Bytes in the file. */
final class FileMeasure implements Measure {
  @Override
  public String name() {
    return "file";
  }

  @Override
  public String title() {
    return "File size";
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public String unit() {
    return "bytes";
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
      return partition.fileSize();
    }

    @Override
    public long of(int span) {
      return partition.fileSize(span);
    }

    @Override
    public void addTo(int from, int to, int[] slots, long[] sums) {
      int last = Math.min(to, partition.fileSpanCount());
      long start = partition.start(from);
      for (int span = from; span < last; span++) {
        long end = partition.end(span);
        sums[slots[span - from]] += end - start;
        start = end;
      }
    }

    @Override
    public void addTo(int[] spans, int from, int to, int[] slots, long[] sums) {
      for (int i = from; i < to; i++) {
        sums[slots[i - from]] += partition.fileSize(spans[i]);
      }
    }
  }
}
