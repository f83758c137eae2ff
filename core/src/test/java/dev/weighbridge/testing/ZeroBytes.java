package dev.weighbridge.testing;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.query.Query;

/** A measure as a user would write one: how many bytes of the file are zero. */
public final class ZeroBytes implements Measure {
  /** What it counts. */
  public static final Measure ZERO = new ZeroBytes();

  @Override
  public String name() {
    return "zero-bytes";
  }

  @Override
  public String title() {
    return "Zero bytes";
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public MeasureValues values(Query query) {
    Partition partition = query.attribution().partition();
    Bytes bytes = query.attribution().file().bytes();
    return new MeasureValues() {
      @Override
      public long total() {
        return count(bytes, 0, bytes.length());
      }

      @Override
      public long of(int span) {
        return partition.isMemoryOnly(span)
            ? 0
            : count(bytes, partition.start(span), partition.end(span));
      }
    };
  }

  /** The zeros from one place to before another. */
  public static long count(Bytes bytes, long from, long to) {
    long zeros = 0;
    for (long at = from; at < to; at++) {
      zeros += bytes.u8(at) == 0 ? 1 : 0;
    }
    return zeros;
  }
}
