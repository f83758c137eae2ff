package dev.weighbridge.shipped;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.formats.work.Work;
import java.util.Map;
import java.util.Objects;

/**
 * What each span of a file costs in the compressed file that travels. Immutable.
 *
 * <p>Costs are cut at the borders of spans and rounded there, so that those of neighbours add up,
 * and those of all spans and the frame to the compressed file.
 */
public final class ShippedBytes {
  /** Before each span and before the end. */
  private final PlaceCosts costs;

  private ShippedBytes(PlaceCosts costs) {
    this.costs = costs;
  }

  /**
   * The costs of all spans; found once for each way to travel.
   *
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if the compressed file is
   *     damaged
   * @throws dev.weighbridge.formats.problems.UnsupportedBinaryException if it restores another
   *     file, or the attribution is of a saved model, which has no bytes
   */
  public static ShippedBytes of(Attribution attribution, Shipping shipping, Work work) {
    Objects.requireNonNull(attribution, "attribution");
    Objects.requireNonNull(shipping, "shipping");
    Objects.requireNonNull(work, "work");
    return attribution.get(new Key(shipping), work);
  }

  /** Bytes of the compressed file. */
  public long total() {
    return costs.total();
  }

  /** Bytes of the compressed file that make no byte: headers, checksums, indexes. */
  public long frame() {
    return costs.total() - costs.before(costs.count() - 1);
  }

  /**
   * What {@link #frame} consists of, by what it is called: {@code [frame]} of a stream, {@code [UPX
   * stub]} and the like of a program that unpacks itself.
   */
  public Map<String, Long> outside() {
    return costs.outside();
  }

  /** Bytes of the compressed file that make the bytes of a span. */
  public long of(int span) {
    return span < costs.count() - 1 ? costs.before(span + 1) - costs.before(span) : 0;
  }

  @Override
  public String toString() {
    return total() + " bytes";
  }

  private record Key(Shipping shipping) implements DerivedKey<ShippedBytes> {
    @Override
    public String name() {
      return "bytes shipped as " + shipping.name();
    }

    @Override
    public ShippedBytes derive(Attribution attribution, Work work) {
      attribution.file().requireBytes();
      Partition partition = attribution.partition();
      long[] borders = new long[partition.fileSpanCount() + 1];
      for (int span = 1; span < borders.length; span++) {
        borders[span] = partition.end(span - 1);
      }
      return new ShippedBytes(shipping.costs(attribution.file().bytes(), borders));
    }
  }
}
