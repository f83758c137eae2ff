package dev.weighbridge.formats.packages.entries;

import dev.weighbridge.formats.problems.Limits;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.IOException;
import java.util.Optional;

/**
 * Contents that are read once from begin to end. Not for several threads.
 *
 * <p>Defects of packed contents are told by a {@link
 * dev.weighbridge.formats.problems.BinaryException} when they are met.
 */
public abstract class ContentStream {
  private static final int SCRATCH = 1 << 16;

  private long place;

  /** For who unpacks or reads a part. */
  protected ContentStream() {}

  /** Reads some bytes, at least one unless there are no more; -1 then. */
  protected abstract int fill(byte[] target, int start, int count) throws IOException;

  /** Bytes of the outer file that have travelled for what was read so far. */
  public abstract long used();

  /** How many bytes were read so far. */
  public final long place() {
    return place;
  }

  /**
   * Reads some bytes.
   *
   * @return how many, at least one of those asked for; -1 at the end
   * @throws IOException if a temporary file cannot be read
   */
  public final int read(byte[] target, int start, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int read = fill(target, start, count);
    place += Math.max(read, 0);
    return read;
  }

  /**
   * Reads as many bytes as there are, up to a number.
   *
   * @return how many; fewer than asked for only at the end
   * @throws IOException if a temporary file cannot be read
   */
  public final int readUpTo(byte[] target, int start, int count) throws IOException {
    int done = 0;
    while (done < count) {
      int read = read(target, start + done, count - done);
      if (read < 0) {
        break;
      }
      done += read;
    }
    return done;
  }

  /**
   * Where the packed bytes end that all of this was unpacked from, once it was read to its end;
   * more if only who opened it knows.
   */
  public long packedEnd() {
    return Long.MAX_VALUE;
  }

  /** What was not read yet, if it lies somewhere as it is. */
  public Optional<Region> rest() {
    return Optional.empty();
  }

  /** Passes over bytes that must be there; errors as for the header of what they are of. */
  public final void pass(long count, String structure) throws IOException {
    long passed = skip(count);
    if (passed < count) {
      throw new MalformedBinaryException(
          structure, place, (count - passed) + " more bytes", "the end of the package");
    }
  }

  /** Passes over bytes, fewer at the end; says how many. */
  public long skip(long count) throws IOException {
    byte[] scratch = new byte[(int) Math.min(SCRATCH, Math.max(count, 1))];
    long left = count;
    while (left > 0) {
      int read = read(scratch, 0, (int) Math.min(scratch.length, left));
      if (read < 0) {
        break;
      }
      left -= read;
    }
    return count - left;
  }

  /**
   * Passes over all that there is.
   *
   * @throws UnsupportedBinaryException if there is more than a package may hold
   */
  public final void finish(String structure) throws IOException {
    if (skip(Limits.MAX_PACKAGE_CONTENTS) == Limits.MAX_PACKAGE_CONTENTS) {
      throw new UnsupportedBinaryException(
          structure, -1, "at most " + Limits.MAX_PACKAGE_CONTENTS + " bytes of contents", "more");
    }
  }

  /** Says that bytes were passed over without reading them. */
  protected final void passed(long count) {
    place += count;
  }
}
