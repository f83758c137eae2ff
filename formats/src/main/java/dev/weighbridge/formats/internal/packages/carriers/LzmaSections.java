package dev.weighbridge.formats.internal.packages.carriers;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.columns.LongColumn;
import dev.weighbridge.formats.internal.packages.compression.LzmaStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Unpacks the packed sections of one firmware, all of them up to a size. */
final class LzmaSections {
  /** Flash chips hold some 64 MiB, and what is in them unpacks to some hundred. */
  private static final int MOST = 256 << 20;

  private static final int STEP = 256;

  private final String structure;
  private int left = MOST;

  LzmaSections(String structure) {
    this.structure = structure;
  }

  /**
   * Unpacks one.
   *
   * @throws UnsupportedBinaryException if all come to too much
   */
  Region unpack(Region packed) throws IOException {
    LzmaStream stream = new LzmaStream(packed, structure);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LongColumn places = new LongColumn(1024);
    LongColumn values = new LongColumn(1024);
    byte[] part = new byte[STEP];
    places.add(0);
    values.add(packed.shares().upTo(0));
    for (int count = stream.readUpTo(part, 0, part.length);
        count > 0;
        count = stream.readUpTo(part, 0, part.length)) {
      left -= count;
      if (left < 0) {
        throw new UnsupportedBinaryException(
            structure, -1, "packed sections of at most " + MOST + " bytes", "more");
      }
      out.write(part, 0, count);
      places.add(out.size());
      values.add(stream.used());
    }
    Bytes bytes = Bytes.of(out.toByteArray());
    return new Region(bytes, new SampledShares(places.freeze(), values.freeze()));
  }
}
