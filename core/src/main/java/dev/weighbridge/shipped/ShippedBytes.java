package dev.weighbridge.shipped;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.attribution.DerivedKey;
import dev.weighbridge.attribution.Partition;
import dev.weighbridge.attribution.Work;
import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.stream.StreamCosts;
import dev.weighbridge.formats.stream.StreamReader;

/**
 * What each span of a file costs in the compressed file that travels. Immutable.
 *
 * <p>Costs are cut at the borders of spans and rounded there, so that those of neighbours add up,
 * and those of all spans and the frame to the compressed file.
 */
public final class ShippedBytes {
  private final long total;
  private final long[] upTo;

  private ShippedBytes(long total, long[] upTo) {
    this.total = total;
    this.upTo = upTo;
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
    return attribution.get(new Key(shipping), work);
  }

  /** Bytes of the compressed file. */
  public long total() {
    return total;
  }

  /** Bytes of the compressed file that make no byte: headers, checksums, indexes. */
  public long frame() {
    return total - upTo[upTo.length - 1];
  }

  /** Bytes of the compressed file that make the bytes of a span. */
  public long of(int span) {
    return span < upTo.length - 1 ? upTo[span + 1] - upTo[span] : 0;
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
      Bytes file = attribution.file().bytes();
      Bytes stream = shipping.stream(file);
      work.checkCancelled();
      StreamCosts costs =
          StreamReader.costs(shipping.place(), shipping.streamFormat(), stream, file, borders);
      long[] upTo = new long[borders.length];
      for (int border = 0; border < upTo.length; border++) {
        upTo[border] = costs.bytesBefore(border);
      }
      return new ShippedBytes(stream.length(), upTo);
    }
  }
}
