package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;

/** The contents of an .lzma file: properties, the size of contents, one LZMA stream. */
public final class LzmaStream extends ContentStream {
  /** A dictionary of 64 MiB, what {@code lzma -9} takes, with its tables. */
  private static final int MEMORY_LIMIT_KIB = 80 << 10;

  private final Region region;
  private final String structure;
  private final RegionInput input;
  private final InputStream packed;

  public LzmaStream(Region region, String structure) throws IOException {
    this.region = region;
    this.structure = structure;
    input = new RegionInput(region.bytes());
    try {
      packed = new LZMAInputStream(input, MEMORY_LIMIT_KIB);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  @Override
  protected int fill(byte[] target, int start, int count) throws IOException {
    try {
      return packed.read(target, start, count);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private RuntimeException refused(IOException e) {
    if (e instanceof MemoryLimitException limit) {
      String most = "lzma data that takes at most " + MEMORY_LIMIT_KIB + " KiB";
      return new UnsupportedBinaryException(structure, 0, most, limit.getMemoryNeeded() + " KiB");
    }
    String why = String.valueOf(e.getMessage());
    return e instanceof EOFException
        ? new MalformedBinaryException(structure, region.length(), "more lzma data", "the end")
        : new MalformedBinaryException(structure, 0, "lzma data", why);
  }

  @Override
  public long packedEnd() {
    return input.position();
  }

  /** The decoder reads byte by byte, as it needs them. */
  @Override
  public long used() {
    return region.shares().upTo(input.position());
  }
}
