package dev.weighbridge.measure;

import dev.weighbridge.attribution.Attribution;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import dev.weighbridge.query.Query;
import dev.weighbridge.shipped.ShippedBytes;
import java.util.Map;

/** Bytes of the compressed file that make the bytes. */
final class ShippedMeasure implements Measure {
  @Override
  public String name() {
    return "shipped";
  }

  @Override
  public String title() {
    return "Shipped";
  }

  @Override
  public Quantity quantity() {
    return Quantity.BYTES;
  }

  @Override
  public String unit() {
    return "bytes shipped";
  }

  @Override
  public MeasureValues values(Query query) {
    Attribution attribution = query.attribution();
    if (query.shipping().isEmpty()) {
      String what = attribution.file().name() + ": " + name();
      String expected = "the compressed file, or a way to compress";
      throw new UnsupportedBinaryException(what, -1, expected, "neither");
    }
    return new Values(ShippedBytes.of(attribution, query.shipping().get(), query.work()));
  }

  private static final class Values extends MeasureValues {
    private final ShippedBytes bytes;

    Values(ShippedBytes bytes) {
      this.bytes = bytes;
    }

    @Override
    public long total() {
      return bytes.total();
    }

    @Override
    public long outside() {
      return bytes.frame();
    }

    @Override
    public Map<String, Long> outsideParts() {
      return bytes.outside();
    }

    @Override
    public long of(int span) {
      return bytes.of(span);
    }
  }
}
