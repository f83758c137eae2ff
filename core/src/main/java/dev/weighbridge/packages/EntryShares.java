package dev.weighbridge.packages;

import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.packages.entries.Shares;
import dev.weighbridge.measure.Measure;
import dev.weighbridge.measure.MeasureValues;
import dev.weighbridge.measure.Quantity;
import dev.weighbridge.query.Query;

/**
 * Bytes of the package that travel for the spans of one of its binaries.
 *
 * @param shares of the places of the binary
 */
record EntryShares(Shares shares) implements Measure {
  @Override
  public String name() {
    return PackageMeasures.SHIPPED.name();
  }

  @Override
  public String title() {
    return PackageMeasures.SHIPPED.title();
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public MeasureValues values(Query query) {
    Partition partition = query.attribution().partition();
    long size = query.attribution().file().fileSize();
    return new MeasureValues() {
      @Override
      public long total() {
        return shares.upTo(size) - shares.upTo(0);
      }

      @Override
      public long of(int span) {
        return partition.fileSize(span) == 0
            ? 0
            : shares.upTo(partition.end(span)) - shares.upTo(partition.start(span));
      }
    };
  }
}
