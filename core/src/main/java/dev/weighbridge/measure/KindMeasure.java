package dev.weighbridge.measure;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.Kind;
import dev.weighbridge.query.Query;

/** Bytes in the file of one kind, as a column of their own. */
final class KindMeasure implements Measure {
  private final Kind kind;
  private final String title;

  KindMeasure(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  @Override
  public String name() {
    return kind.key();
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public MeasureValues values(Query query) {
    return new Values(
        query.attribution().partition(), query.attribution().uncut().partition(), kind.ordinal());
  }

  private static final class Values extends MeasureValues {
    private final Partition partition;
    private final Partition uncut;
    private final int wanted;

    Values(Partition partition, Partition uncut, int wanted) {
      this.partition = partition;
      this.uncut = uncut;
      this.wanted = wanted;
    }

    @Override
    public long total() {
      long sum = 0;
      for (int span = 0; span < uncut.fileSpanCount(); span++) {
        sum += uncut.kindOrdinal(span) == wanted ? uncut.fileSize(span) : 0;
      }
      return sum;
    }

    @Override
    public long of(int span) {
      return partition.kindOrdinal(span) == wanted ? partition.fileSize(span) : 0;
    }

    @Override
    public void addTo(int from, int to, int[] slots, long[] sums) {
      for (int span = from; span < to; span++) {
        if (partition.kindOrdinal(span) == wanted) {
          sums[slots[span - from]] += partition.fileSize(span);
        }
      }
    }
  }
}
