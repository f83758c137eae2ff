package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.codec.PayloadStream;
import dev.weighbridge.formats.work.Work;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * Reads a .xz file, format 1.1.0, for what each byte costs. Filters in front of LZMA2 change bytes
 * but no place, so costs are of the places that LZMA2 restores. The library tells whether the file
 * is sound and what comes out of it; the places of its parts are found again here.
 */
final class XzStream {
  private static final int HEADER = 12;
  private static final int FOOTER = 12;
  private static final int CRC = 4;
  private static final int CHUNK = 1 << 16;

  /** Bytes of the checks of each kind. XZ 1.1.0, 2.1.1.2. */
  private static final int[] CHECKS = {0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64};

  private final Bytes stream;
  private final LzmaWindow window;
  private final CostCurve costs;
  private long position;

  private XzStream(Bytes stream, LzmaWindow window, CostCurve costs) {
    this.stream = stream;
    this.window = window;
    this.costs = costs;
  }

  /**
   * Reads all streams of a file.
   *
   * @param weighed what is to come out
   */
  static void read(Bytes stream, Bytes weighed, RestoredFile file, CostCurve costs)
      throws DataFormatException {
    if (weighed.length() > Math.min(Integer.MAX_VALUE - 8, Work.current().memoryLimit() / 2)) {
      throw new DataFormatException(weighed.length() + " bytes, more than memory holds twice");
    }
    restore(stream, file);
    LzmaWindow window = new LzmaWindow((int) weighed.length(), costs);
    new XzStream(stream, window, costs).streams();
  }

  /** Compares what the library restores with the file. */
  private static void restore(Bytes stream, RestoredFile file) throws DataFormatException {
    int limit = (int) Math.min(Integer.MAX_VALUE, Work.current().memoryLimit() >> 11);
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = new XZInputStream(new PayloadStream(stream), limit)) {
      for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
        Work.check();
        file.append(chunk, 0, count, 0);
      }
    } catch (MemoryLimitException e) {
      throw new DataFormatException("data that takes " + e.getMemoryNeeded() + " KiB to read");
    } catch (IOException e) {
      throw new DataFormatException(e.getClass().getSimpleName() + " " + e.getMessage());
    }
  }

  private void streams() throws DataFormatException {
    while (position < stream.length()) {
      if (stream.u8(position) == 0) {
        frame(4);
        continue;
      }
      int check = CHECKS[u8(position + 7) & 0x0F];
      frame(HEADER);
      while (u8(position) != 0) {
        block(check);
      }
      index();
      frame(FOOTER);
    }
  }

  private void block(int check) throws DataFormatException {
    frame(4L * (u8(position) + 1));
    long start = position;
    position = Lzma2Stream.read(stream, position, window, costs);
    frame((start - position) & 3);
    frame(check);
  }

  /** XZ 1.1.0, 4: a mark, how many records, two numbers each. */
  private void index() throws DataFormatException {
    long start = position;
    frame(1);
    long records = number();
    for (long i = 0; i < records; i++) {
      number();
      number();
    }
    frame((start - position) & 3);
    frame(CRC);
  }

  /** A number of seven bits a byte, the lowest first. */
  private long number() throws DataFormatException {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE - 1; shift += 7) {
      int next = u8(position);
      frame(1);
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new DataFormatException("a number of too many bytes");
  }

  private int u8(long at) throws DataFormatException {
    if (at >= stream.length()) {
      throw new DataFormatException("the end in the middle");
    }
    return stream.u8(at);
  }

  private void frame(long size) throws DataFormatException {
    if (size > stream.length() - position) {
      throw new DataFormatException("the end in the middle");
    }
    position += size;
    costs.addFrame(8 * BIT * size);
  }
}
