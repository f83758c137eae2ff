package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.problems.BinaryException;
import dev.weighbridge.formats.stream.StreamCosts;
import dev.weighbridge.formats.stream.StreamFormat;
import dev.weighbridge.formats.stream.StreamReader;
import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Unpacks contents of moderate size at once, and finds out what each stretch of them costs in the
 * stream. Larger ones are read as they come, with what a decoder tells on the way.
 */
public final class CostedContents {
  /** Unpacking twice and counting bits must not make large images slow. */
  private static final long MOST_UNPACKED = 64L << 20;

  /** Of gzip a decoder tells nearly as much, so that only small files are worth it. */
  static final long MOST_GZIP = 8L << 20;

  private static final int FIRST = 1 << 20;

  /** Places at which costs are known, at least: up to 128 KiB each byte, headers of tar always. */
  private static final int MOST_PLACES = 1 << 17;

  private static final int SMALLEST_STEP = 1;

  private CostedContents() {}

  /** The contents of a packed region with their exact costs; empty if they are too large for it. */
  public static Optional<Region> of(Region packed, Compression compression, String structure)
      throws IOException {
    Optional<StreamFormat> format = format(packed, compression);
    if (format.isEmpty()) {
      return Optional.empty();
    }
    Optional<Bytes> contents = contents(compression.open(packed, structure));
    if (contents.isEmpty()) {
      return Optional.empty();
    }
    long[] places = places(contents.get().length());
    long[] values = new long[places.length];
    try {
      StreamCosts costs =
          StreamReader.costs(
              structure, format.get(), packed.bytes(), contents.get(), places.clone());
      for (int i = 0; i < places.length; i++) {
        values[i] = packed.shares().upTo(costs.bytesBefore(i));
      }
    } catch (BinaryException e) {
      // A filter or feature that is unpacked and not counted; even shares are right in sum.
      return Optional.empty();
    }
    return Optional.of(new Region(contents.get(), new SampledShares(places, values)));
  }

  private static Optional<StreamFormat> format(Region packed, Compression compression) {
    long most = compression == Compression.GZIP ? MOST_GZIP : MOST_UNPACKED;
    if (packed.length() > most) {
      return Optional.empty();
    }
    return switch (compression) {
      case GZIP -> Optional.of(StreamFormat.GZIP);
      case XZ -> Optional.of(StreamFormat.XZ);
      case ZSTD -> Optional.of(StreamFormat.ZSTD);
      case BROTLI -> Optional.of(StreamFormat.BROTLI);
      case NONE, BZIP2, LZMA, LZ4, LZO -> Optional.empty();
    };
  }

  private static Optional<Bytes> contents(ContentStream stream) throws IOException {
    int most = (int) Math.min(MOST_UNPACKED, Work.current().memoryLimit() / 8);
    byte[] array = new byte[Math.min(FIRST, most)];
    int count = 0;
    while (true) {
      count += stream.readUpTo(array, count, array.length - count);
      if (count < array.length) {
        return Optional.of(Bytes.of(Arrays.copyOf(array, count)));
      }
      if (array.length == most) {
        return Optional.empty();
      }
      array = Arrays.copyOf(array, (int) Math.min(most, 4L * array.length));
    }
  }

  /** Places in contents of a size, from the first byte on to behind the last. */
  public static long[] places(long size) {
    long step = SMALLEST_STEP;
    while (size / step > MOST_PLACES) {
      step *= 2;
    }
    int count = (int) (size / step);
    boolean hasRest = size % step != 0;
    long[] places = new long[count + (hasRest ? 2 : 1)];
    for (int i = 0; i <= count; i++) {
      places[i] = i * step;
    }
    places[places.length - 1] = size;
    return places;
  }
}
