package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.work.Work;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflated contents without a header: RFC 1951. */
public final class DeflateStream extends ContentStream {
  private static final int WINDOW = 1 << 16;

  private final Region region;
  private final String structure;
  private final Inflater inflater = new Inflater(true);
  private final byte[] window = new byte[WINDOW];
  private long fed;
  private boolean isAtEnd;
  private long end;

  public DeflateStream(Region region, String structure) {
    this.region = region;
    this.structure = structure;
  }

  @Override
  protected int fill(byte[] target, int start, int count) {
    if (isAtEnd) {
      return -1;
    }
    try {
      while (true) {
        Work.check();
        int read = inflater.inflate(target, start, count);
        if (read > 0) {
          return read;
        }
        if (inflater.finished()) {
          end = fed - inflater.getRemaining();
          isAtEnd = true;
          inflater.end();
          return -1;
        }
        feed();
      }
    } catch (DataFormatException e) {
      throw new MalformedBinaryException(
          structure, packedPlace(), "deflated data", String.valueOf(e.getMessage()));
    }
  }

  private void feed() throws DataFormatException {
    int part = (int) Math.min(window.length, region.length() - fed);
    if (part == 0 || inflater.needsDictionary()) {
      throw new DataFormatException(part == 0 ? "the end" : "a preset dictionary");
    }
    region.bytes().copy(fed, window, 0, part);
    inflater.setInput(window, 0, part);
    fed += part;
  }

  /** How many packed bytes were used. */
  long packedPlace() {
    return isAtEnd ? end : fed - inflater.getRemaining();
  }

  /** Gives memory outside the heap back, if nobody has read to the end. */
  public void close() {
    if (!isAtEnd) {
      end = packedPlace();
      isAtEnd = true;
      inflater.end();
    }
  }

  @Override
  public long used() {
    return region.shares().upTo(packedPlace());
  }
}
