package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * Goes through a package of rpm, format 3 and 4: a lead, a signature, a header, and a packed cpio
 * archive.
 */
public final class RpmReader {
  private static final int LEAD = 96;
  private static final int HEADER_MAGIC = 0x8EAD_E801;
  private static final int INTRODUCTION = 16;
  private static final int INDEX_ENTRY = 16;
  private static final int ALIGNMENT = 8;

  private final Region region;
  private final Bytes bytes;
  private final String structure;
  private final PackageVisitor visitor;

  public RpmReader(Region region, String structure, PackageVisitor visitor) {
    this.region = region;
    this.bytes = region.bytes().withOrder(ByteOrder.BIG_ENDIAN);
    this.structure = structure;
    this.visitor = visitor;
  }

  public static boolean begins(Bytes bytes, int magic) {
    return bytes.contains(0, LEAD) && bytes.withOrder(ByteOrder.BIG_ENDIAN).i32(0) == magic;
  }

  public void read() throws IOException {
    visitor.own("[rpm lead]", region.shipped(0, LEAD));
    long signatureEnd = headerEnd(LEAD);
    long header = signatureEnd + Math.floorMod(-signatureEnd, (long) ALIGNMENT);
    visitor.own("[rpm signature]", region.shipped(LEAD, Math.min(header, region.length())));
    long headerEnd = headerEnd(header);
    visitor.own("[rpm header]", region.shipped(header, headerEnd));
    new ArchiveWalk(structure, visitor).read(region.slice(headerEnd, region.length()));
  }

  private long headerEnd(long start) {
    if (!bytes.contains(start, INTRODUCTION) || bytes.i32(start) != HEADER_MAGIC) {
      throw new MalformedBinaryException(
          structure + ": rpm header", start, "a header structure", "other bytes");
    }
    long end = start + INTRODUCTION + INDEX_ENTRY * bytes.u32(start + 8) + bytes.u32(start + 12);
    if (end > region.length()) {
      throw new MalformedBinaryException(
          structure + ": rpm header", start, "a header that ends in the file", "one that does not");
    }
    return end;
  }
}
