package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.BinaryException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.Checksum;

/**
 * Contents of an entry that are compared with what the package says of them, as far as somebody
 * reads them: nothing is read for the comparison alone.
 */
final class CheckedContents extends ContentStream {
  private final ContentStream contents;
  private final Checksum sum;
  private boolean isAtEnd;

  /** Contents whose checksum is this one, which has seen nothing yet. */
  CheckedContents(ContentStream contents, Checksum sum) {
    this.contents = contents;
    this.sum = sum;
  }

  @Override
  protected int fill(byte[] target, int start, int count) throws IOException {
    int read = contents.read(target, start, count);
    if (read > 0) {
      sum.update(target, start, read);
    }
    isAtEnd = read < 0;
    return read;
  }

  @Override
  public Optional<Region> rest() {
    return contents.rest();
  }

  @Override
  public long used() {
    return contents.used();
  }

  /**
   * Tells of what is not as stated, once nobody reads any more; reads what is there beyond the
   * stated size, so that the size is right.
   *
   * @param path what the entry is called
   * @param offset where the package says it
   * @param size how many bytes it says there are
   * @param stated the checksum it says they have
   * @return how many bytes there are; the stated number if they were not read to their end
   */
  long compare(PackageVisitor visitor, String path, long offset, long size, long stated)
      throws IOException {
    if (place() > size && !isAtEnd) {
      try {
        finish(path);
      } catch (BinaryException e) {
        visitor.defect(path, e.fileOffset(), e.expected(), e.found());
        return size;
      }
    }
    boolean isWhole = isAtEnd || place() == size;
    if (!isWhole) {
      return size;
    }
    if (place() != size) {
      visitor.defect(path, offset, size + " bytes of contents", place() + " bytes");
    }
    if (sum.getValue() != stated) {
      String expected = "contents with the checksum " + hex(stated);
      visitor.defect(path, offset, expected, "the checksum " + hex(sum.getValue()));
    }
    return place();
  }

  private static String hex(long value) {
    return String.format(Locale.ROOT, "%08x", value);
  }
}
