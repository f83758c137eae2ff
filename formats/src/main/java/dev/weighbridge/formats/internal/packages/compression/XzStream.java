package dev.weighbridge.formats.internal.packages.compression;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import dev.weighbridge.formats.problems.UnsupportedBinaryException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/** The contents of .xz data, format 1.1.0: streams of blocks of LZMA2 chunks. */
public final class XzStream extends ContentStream {
  /** What {@code xz -9} takes, with room for its filters. */
  private static final int MEMORY_LIMIT_KIB = 80 << 10;

  private final Region region;
  private final String structure;
  private final XzChunks chunks;
  private final InputStream packed;

  public XzStream(Region region, String structure) throws IOException {
    this.region = region;
    this.structure = structure;
    chunks = new XzChunks(region.bytes(), structure);
    try {
      packed = new XZInputStream(new RegionInput(region.bytes()), MEMORY_LIMIT_KIB);
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  @Override
  protected int fill(byte[] target, int start, int count) throws IOException {
    try {
      return packed.read(target, start, count);
    } catch (MemoryLimitException e) {
      throw new UnsupportedBinaryException(
          structure,
          0,
          "xz data that takes at most " + MEMORY_LIMIT_KIB + " KiB",
          e.getMemoryNeeded() + " KiB");
    } catch (IOException e) {
      throw malformed(e);
    }
  }

  @Override
  public long used() {
    return region.shares().upTo(chunks.packedUpTo(place()));
  }

  private MalformedBinaryException malformed(IOException e) {
    String why = String.valueOf(e.getMessage());
    return e instanceof EOFException
        ? new MalformedBinaryException(structure, region.length(), "more xz data", "the end")
        : new MalformedBinaryException(structure, chunks.packedUpTo(place()), "xz data", why);
  }
}
