package dev.weighbridge.formats.stream;

import static dev.weighbridge.formats.stream.CostCurve.BIT;

import dev.weighbridge.formats.bytes.Bytes;
import java.util.zip.DataFormatException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the chunks of LZMA2 for what each byte costs. A chunk begins its range coder anew, so it
 * has some bytes more than its bits add up to; all its bytes share them.
 */
final class Lzma2Stream {
  private static final int END = 0;
  private static final int STORED_AFTER_RESET = 1;
  private static final int STORED = 2;
  private static final int LZMA = 0x80;
  private static final int RESET_STATE = 0xA0;
  private static final int NEW_PROPERTIES = 0xC0;
  private static final int RESET_ALL = 0xE0;

  private final Bytes bytes;
  private final LzmaWindow window;
  private final RangeDecoder in;
  private long position;
  private int properties = -1;
  private @Nullable LzmaDecoder decoder;

  private Lzma2Stream(Bytes bytes, long start, LzmaWindow window) {
    this.bytes = bytes;
    this.window = window;
    in = new RangeDecoder(bytes);
    position = start;
  }

  /** Reads all chunks that begin at a place and returns their end. */
  static long read(Bytes bytes, long start, LzmaWindow window, CostCurve costs)
      throws DataFormatException {
    Lzma2Stream stream = new Lzma2Stream(bytes, start, window);
    window.forget();
    int control = stream.next();
    while (control != END) {
      costs.beginBlock();
      long before = stream.position - 1;
      stream.chunk(control);
      costs.endBlock(8 * BIT * (stream.position - before));
      control = stream.next();
    }
    costs.addFrame(8 * BIT);
    return stream.position;
  }

  private void chunk(int control) throws DataFormatException {
    if (control >= RESET_ALL || control == STORED_AFTER_RESET) {
      window.forget();
    }
    if (control >= LZMA) {
      compressed(control);
    } else if (control <= STORED) {
      int size = number() + 1;
      long from = position;
      skip(size);
      window.append(bytes, from, size, 8 * BIT * size);
    } else {
      throw new DataFormatException("a chunk of an unknown kind");
    }
  }

  private void compressed(int control) throws DataFormatException {
    int size = ((control & 0x1F) << 16) + number() + 1;
    int packed = number() + 1;
    if (control >= NEW_PROPERTIES) {
      properties = next();
    }
    if (control >= RESET_STATE && properties >= 0) {
      decoder = new LzmaDecoder(in, window, properties);
    }
    if (decoder == null) {
      throw new DataFormatException("a chunk without LZMA properties");
    }
    long from = position;
    skip(packed);
    in.begin(from, position);
    decoder.read(window.count() + size);
    if (!in.isFinished()) {
      throw new DataFormatException("a chunk that is longer than its data");
    }
  }

  private int next() throws DataFormatException {
    skip(1);
    return bytes.u8(position - 1);
  }

  /** A number of two bytes, the higher first. */
  private int number() throws DataFormatException {
    return next() << 8 | next();
  }

  private void skip(int count) throws DataFormatException {
    if (count > bytes.length() - position) {
      throw new DataFormatException("the end in the middle");
    }
    position += count;
  }
}
