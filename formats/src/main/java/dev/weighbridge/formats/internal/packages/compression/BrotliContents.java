package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.packages.entries.SampledShares;
import dev.weighbridge.formats.problems.HeapShare;
import dev.weighbridge.formats.stream.StreamReader;

/** What a Brotli stream holds: it has no mark, so that only its name tells that it is one. */
public final class BrotliContents {
  private static final String SUFFIX = ".br";

  /** What browsers load is small; all of it is unpacked to the heap. */
  private static final long MOST = 256L << 20;

  private BrotliContents() {}

  public static boolean isNamed(String name) {
    return name.endsWith(SUFFIX);
  }

  /**
   * Unpacks all of it.
   *
   * @throws dev.weighbridge.formats.problems.MalformedBinaryException if it is cut, or no such
   *     stream
   */
  static ContentStream open(Region packed, String structure) {
    HeapShare most = HeapShare.of(MOST, 4);
    Bytes contents = StreamReader.unpackedBrotli(structure, packed.bytes(), most);
    long[] places = {0, contents.length()};
    long[] values = {packed.shares().upTo(0), packed.shares().upTo(packed.length())};
    return new PlainStream(new Region(contents, new SampledShares(places, values)));
  }
}
