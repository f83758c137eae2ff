package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.zip.DataFormatException;

/** Reads LZMA data without any header or end mark, of which somebody else tells the sizes. */
public final class RawLzma {
  private RawLzma() {}

  /**
   * Restores data and tells what each of its bytes costs.
   *
   * @param bytes the data lie at {@code [start, end)} of them
   * @param properties {@code (pb * 5 + lp) * 9 + lc}
   * @param restored is filled
   * @param costs what bytes cost by their bits; what a range coder has besides is not told
   * @throws DataFormatException if it is no such data, or restores less or more
   */
  public static void restore(
      Bytes bytes, long start, long end, int properties, byte[] restored, CostCurve costs)
      throws DataFormatException {
    RangeDecoder in = new RangeDecoder(bytes);
    LzmaDecoder decoder = new LzmaDecoder(in, new LzmaWindow(restored, costs), properties);
    in.begin(start, end);
    decoder.read(restored.length);
  }
}
