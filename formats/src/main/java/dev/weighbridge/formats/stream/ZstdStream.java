package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.XxHash;
import dev.weighbridge.formats.internal.codec.ZstdDecoder;
import dev.weighbridge.formats.internal.codec.ZstdSink;
import java.util.zip.DataFormatException;

/**
 * Reads Zstandard frames for what each byte costs: a sequence is of the bytes of its match, the
 * number of its literals and the next states of its tables included.
 */
final class ZstdStream implements ZstdSink {
  private final Bytes weighed;
  private final RestoredFile file;
  private final CostCurve costs;
  private long frameStart;

  private ZstdStream(Bytes weighed, RestoredFile file, CostCurve costs) {
    this.weighed = weighed;
    this.file = file;
    this.costs = costs;
  }

  /**
   * Reads all frames.
   *
   * @param weighed what is to come out
   */
  static void read(Bytes stream, Bytes weighed, RestoredFile file, CostCurve costs)
      throws DataFormatException {
    ZstdDecoder.read(stream, new ZstdStream(weighed, file, costs));
  }

  @Override
  public void beginFrame() {
    frameStart = file.position();
  }

  @Override
  public void beginBlock() {
    costs.beginBlock();
  }

  @Override
  public void append(byte[] source, int start, int size, byte[] bits) {
    for (int i = start; i < start + size; i++) {
      int value = source[i] & 0xFF;
      file.literal(value, bits[value] * BIT);
    }
  }

  @Override
  public void fill(byte value, int size) {
    for (int i = 0; i < size; i++) {
      file.literal(value & 0xFF, 0);
    }
  }

  @Override
  public void repeat(int distance, int size, int bits) throws DataFormatException {
    if (distance > file.position() - frameStart) {
      throw new DataFormatException("an offset before the start of the data");
    }
    file.match(distance, size, bits * BIT);
  }

  @Override
  public void endBlock(long bits) {
    costs.endBlock(bits * BIT);
  }

  @Override
  public void endFrame(long checksum) throws DataFormatException {
    if (checksum >= 0 && checksum != XxHash.low32(weighed, frameStart, file.position())) {
      throw new DataFormatException("a checksum of other data");
    }
  }

  @Override
  public void frame(long bits) {
    costs.addFrame(bits * BIT);
  }
}
