package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.util.Optional;

/** The contents of one entry within those of a whole archive. */
final class PartStream extends ContentStream {
  private final ContentStream whole;
  private final String structure;
  private long left;

  /** So many of the bytes that the whole has next. */
  PartStream(ContentStream whole, long size, String structure) {
    this.whole = whole;
    this.left = size;
    this.structure = structure;
  }

  @Override
  protected int fill(byte[] target, int start, int count) throws IOException {
    if (left == 0) {
      return -1;
    }
    int read = whole.read(target, start, (int) Math.min(count, left));
    if (read < 0) {
      throw cut();
    }
    left -= read;
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long wanted = Math.min(count, left);
    long done = whole.skip(wanted);
    left -= done;
    passed(done);
    if (done < wanted) {
      throw cut();
    }
    return done;
  }

  /** Passes over what nobody has read. */
  void end() throws IOException {
    skip(left);
  }

  @Override
  public Optional<Region> rest() {
    return whole.rest().filter(region -> region.length() >= left).map(r -> r.slice(0, left));
  }

  @Override
  public long used() {
    return whole.used();
  }

  private MalformedBinaryException cut() {
    return new MalformedBinaryException(
        structure, whole.place(), left + " more bytes", "the end of the package");
  }
}
