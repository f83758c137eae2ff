package dev.weighbridge.packages.content;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.PackageFormat;
import dev.weighbridge.formats.packages.PackageWalk;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.BinaryException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Packages in a package: a jar in a layer of an image, a zip file in a zip file. */
public final class NestedPackage {
  private static final byte[] MARK = {'U', 'P', 'X', '!'};

  private NestedPackage() {}

  /** Whether what contents begin with is that of a package. */
  public static boolean mayBe(String path, byte[] head, int count) {
    if (ContentTypes.isKernel(head, count)) {
      return true;
    }
    return PackageFormat.mayBe(path, Bytes.of(Arrays.copyOf(head, count)));
  }

  /** Whether a program begins like one that UPX has packed. */
  public static boolean mayBePackedProgram(byte[] head, int count) {
    Bytes bytes = Bytes.of(Arrays.copyOf(head, count));
    for (long at = bytes.indexOf((byte) 'U', 0, count);
        at >= 0 && at + MARK.length <= count;
        at = bytes.indexOf((byte) 'U', at + 1, count)) {
      if (Arrays.equals(bytes.toArray(at, at + MARK.length), MARK)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Goes through a package in a package.
   *
   * @return whether it is one; one packed file that is no binary is none, as nothing more is to be
   *     told of it
   * @throws BinaryException if it cannot be read to its end
   */
  public static boolean walk(String path, Region packed, PackageVisitor visitor)
      throws IOException {
    Optional<PackageFormat> format = PackageFormat.of(path, packed.bytes());
    if (format.isEmpty() && PackageFormat.unpackedSize(packed.bytes()).isPresent()) {
      format = Optional.of(PackageFormat.UPX);
    }
    if (format.isEmpty()
        || (isPacked(format.get()) && !isWorthUnpacking(path, packed, format.get()))) {
      return false;
    }
    PackageWalk.walk(path, packed, format.get(), visitor);
    return true;
  }

  private static boolean isPacked(PackageFormat format) {
    return format == PackageFormat.PACKED || format == PackageFormat.BROTLI;
  }

  /** Pages of manuals are packed one by one, and are no programs; nor is what has no decoder. */
  private static boolean isWorthUnpacking(String path, Region packed, PackageFormat format)
      throws IOException {
    byte[] head = new byte[ContentType.HEAD];
    try {
      ContentStream stream = PackageWalk.unpacked(path, packed, format);
      int count = stream.readUpTo(head, 0, head.length);
      int dot = path.lastIndexOf('.');
      String name = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
      return ContentTypes.of(name, head, count).isBinary() || mayBe(name, head, count);
    } catch (BinaryException e) {
      return false;
    }
  }

  /** What such an entry is; contents of archives without a mark of their own look like others. */
  public static ContentType type(ContentType told) {
    if (told.isBinary()) {
      return ContentType.of("packed program");
    }
    boolean isVague = told.equals(ContentType.OTHER) || told.label().equals("text");
    return isVague ? ContentType.of("archive") : told;
  }
}
