package dev.weighbridge.formats.internal.codec;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.work.Work;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Restores zlib data, RFC 1950 and 1951. */
final class ZlibDecoder {
  private static final int WINDOW = 1 << 16;

  private final CompressedSection section;
  private final Bytes payload;
  private final Inflater inflater;
  private final Output output;
  private final byte[] window;
  private long position;

  private ZlibDecoder(CompressedSection section, Inflater inflater) {
    this.section = section;
    this.payload = section.payload();
    this.inflater = inflater;
    this.output = new Output(section);
    this.window = new byte[(int) Math.min(WINDOW, payload.length())];
  }

  static byte[] decode(CompressedSection section) {
    Inflater inflater = new Inflater();
    try {
      return new ZlibDecoder(section, inflater).run();
    } catch (DataFormatException e) {
      throw section.malformed("zlib data", String.valueOf(e.getMessage()));
    } finally {
      inflater.end();
    }
  }

  private byte[] run() throws DataFormatException {
    while (!isAtEnd()) {
      int room = output.room();
      Work.check();
      int count = inflater.inflate(output.array(), output.count(), room);
      output.added(count);
      if (count > 0 || inflater.finished()) {
        continue;
      }
      if (inflater.needsDictionary()) {
        throw section.malformed("zlib data without a preset dictionary", "one with");
      }
      if (!inflater.needsInput() && output.isFull()) {
        throw output.tooMany();
      }
      feed();
    }
    return output.finish();
  }

  /**
   * Whether the data ends here. A section may be put together from several streams; binutils and
   * its readers go on with the next one until the stated size is reached.
   */
  private boolean isAtEnd() {
    if (!inflater.finished()) {
      return false;
    }
    long read = position - inflater.getRemaining();
    if (output.count() >= section.statedSize() || read == payload.length()) {
      return true;
    }
    inflater.reset();
    position = read;
    return false;
  }

  private void feed() {
    int count = (int) Math.min(window.length, payload.length() - position);
    if (count == 0) {
      throw section.malformed("the end of the zlib data", "the end of the section");
    }
    payload.copy(position, window, 0, count);
    inflater.setInput(window, 0, count);
    position += count;
  }
}
