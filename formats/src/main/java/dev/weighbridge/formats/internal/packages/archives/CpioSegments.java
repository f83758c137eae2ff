package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.internal.packages.compression.Compression;
import dev.weighbridge.formats.internal.packages.compression.CostedContents;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import java.io.IOException;
import java.util.Optional;

/**
 * Goes through archives of cpio one behind the other, each packed in its own way or not at all, as
 * in an initramfs (Documentation/driver-api/early-userspace/buffer-format.rst). Between them are
 * zeros. What is packed as one may hold several, too.
 */
public final class CpioSegments {
  private static final String FRAME = "[compression frame]";
  private static final String BEHIND = "[behind the archive]";
  private static final int WORD = 4;

  private final String structure;
  private final PackageVisitor visitor;
  private int archives;

  public CpioSegments(String structure, PackageVisitor visitor) {
    this.structure = structure;
    this.visitor = visitor;
  }

  /** Reads all of a file. */
  public void read(Region file) throws IOException {
    long at = 0;
    while (at < file.length()) {
      long start = at;
      while (start < file.length() && file.bytes().u8(start) == 0) {
        start++;
      }
      visitor.own("[padding]", file.shipped(at, start));
      Region rest = file.slice(start, file.length());
      long length = start == file.length() ? 0 : segment(rest);
      if (length == 0) {
        visitor.own(BEHIND, rest.shipped());
        return;
      }
      at = start + length;
    }
  }

  /** Reads what a region begins with; gives where that ends, 0 if it is no archive. */
  private long segment(Region rest) throws IOException {
    Compression compression = Compression.of(rest.bytes());
    if (Contents.of(compression.open(rest, structure)) != Contents.CPIO) {
      return 0;
    }
    begin();
    if (compression == Compression.NONE) {
      PlainStream stream = new PlainStream(rest);
      new CpioReader(stream, structure, visitor).read();
      return stream.place();
    }
    long end = compression.end(rest, structure);
    Region own = rest.slice(0, end);
    Optional<Region> costed = CostedContents.of(own, compression, structure);
    ContentStream stream =
        costed.isPresent() ? new PlainStream(costed.get()) : compression.open(own, structure);
    long start = stream.used();
    long told = archives(stream) - start;
    end = Math.min(end, stream.packedEnd());
    visitor.own(FRAME, rest.shipped(0, end) - told);
    return end;
  }

  private void begin() {
    archives++;
    if (archives > 1) {
      visitor.part("archive " + archives);
    }
  }

  /**
   * Reads all that was packed as one: archives with zeros behind each, if it is nothing else. Gives
   * what had travelled for its last byte.
   */
  private long archives(ContentStream stream) throws IOException {
    new CpioReader(stream, structure, visitor).read();
    byte[] word = new byte[WORD];
    long zeros = stream.used();
    while (true) {
      long start = stream.used();
      // Headers lie on words of the archive; old ones are of any size.
      int size = WORD - Math.floorMod(stream.place(), WORD);
      int count = stream.readUpTo(word, 0, size);
      if (count > 0 && isZero(word, count)) {
        continue;
      }
      visitor.own("[archive]", start - zeros);
      if (count <= 0) {
        return start;
      }
      if (!CpioReader.mayBegin(word, count)) {
        stream.finish(structure);
        visitor.own(BEHIND, stream.used() - start);
        return stream.used();
      }
      begin();
      new CpioReader(stream, structure, visitor).read(word, start);
      zeros = stream.used();
    }
  }

  private static boolean isZero(byte[] word, int count) {
    for (int i = 0; i < count; i++) {
      if (word[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
