package dev.weighbridge.formats.stream;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.problems.HeapShare;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.util.zip.DataFormatException;

/** Reads compressed streams for what the bytes of a file cost in them. */
public final class StreamReader {
  private StreamReader() {}

  /**
   * What a Brotli stream restores.
   *
   * @param name of the stream, for errors
   * @param most bytes that it may restore
   * @throws MalformedBinaryException if the stream is cut, damaged or none
   * @throws UnsupportedBinaryException if it restores more
   */
  public static Bytes unpackedBrotli(String name, Bytes stream, HeapShare most) {
    CostCurve costs = new CostCurve(new long[0]);
    UnpackedBytes unpacked = new UnpackedBytes(name, most, costs);
    try {
      BrotliStream.read(new BitReader(stream, 0), unpacked, costs);
    } catch (DataFormatException e) {
      String found = String.valueOf(e.getMessage());
      throw new MalformedBinaryException(name, -1, "brotli data", found);
    }
    return unpacked.bytes();
  }

  /**
   * What the bytes of a file cost in a stream.
   *
   * @param name of the stream, for errors
   * @param weighed the file that the stream is to restore
   * @param borders ascending places in the file, up to its size, between which costs are told
   * @throws MalformedBinaryException if the stream is cut, damaged or not of the format
   * @throws UnsupportedBinaryException if it restores something else
   */
  public static StreamCosts costs(
      String name, StreamFormat format, Bytes stream, Bytes weighed, long[] borders) {
    CostCurve costs = new CostCurve(borders.clone());
    // Filters change what LZMA2 restores, so it is its window that adds up costs.
    CostCurve ofFile = format == StreamFormat.XZ ? new CostCurve(new long[0]) : costs;
    RestoredFile file = new RestoredFile(name, weighed, ofFile);
    try {
      switch (format) {
        case GZIP -> GzipStream.read(stream, weighed, file, costs);
        case ZSTD -> ZstdStream.read(stream, weighed, file, costs);
        case BROTLI -> BrotliStream.read(new BitReader(stream, 0), file, costs);
        case XZ -> XzStream.read(stream, weighed, file, costs);
      }
    } catch (DataFormatException e) {
      String found = String.valueOf(e.getMessage());
      throw new MalformedBinaryException(name, -1, format.key() + " data", found);
    }
    file.end();
    return new StreamCosts(format, stream.length(), costs);
  }
}
