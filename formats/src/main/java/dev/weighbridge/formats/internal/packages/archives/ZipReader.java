package dev.weighbridge.formats.internal.packages.archives;

import dev.weighbridge.formats.bytes.Bytes;
import dev.weighbridge.formats.internal.packages.compression.DeflateStream;
import dev.weighbridge.formats.internal.packages.compression.PlainStream;
import dev.weighbridge.formats.internal.packages.compression.XzStream;
import dev.weighbridge.formats.internal.packages.compression.ZstdStream;
import dev.weighbridge.formats.packages.entries.ContentStream;
import dev.weighbridge.formats.packages.entries.EntryHeader;
import dev.weighbridge.formats.packages.entries.EntryKind;
import dev.weighbridge.formats.packages.entries.PackageVisitor;
import dev.weighbridge.formats.packages.entries.Region;
import dev.weighbridge.formats.problems.MalformedBinaryException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Goes through a zip file by its central directory; what no record of it names are rows of their
 * own.
 */
public final class ZipReader {
  private static final int LOCAL_SIZE = 30;
  private static final int DESCRIPTOR = 0x0807_4B50;
  private static final int MAX_LINK = 1 << 16;

  /** The end of an APK Signing Block, and its size twice around its contents. */
  private static final String SIGNATURE = "APK Sig Block 42";

  private final Region region;
  private final Bytes bytes;
  private final String structure;
  private final PackageVisitor visitor;
  private final long from;

  public ZipReader(Region region, String structure, PackageVisitor visitor) {
    this(region, structure, visitor, 0);
  }

  /**
   * A reader of what lies behind a place.
   *
   * @param from where the zip file may begin; what is before it is told elsewhere
   */
  public ZipReader(Region region, String structure, PackageVisitor visitor, long from) {
    this.from = from;
    this.region = region;
    this.bytes = region.bytes().withOrder(ByteOrder.LITTLE_ENDIAN);
    this.structure = structure;
    this.visitor = visitor;
  }

  public static boolean begins(Bytes bytes) {
    Bytes little = bytes.withOrder(ByteOrder.LITTLE_ENDIAN);
    return little.contains(0, ZipDirectory.END)
        && (little.i32(0) == ZipDirectory.LOCAL
            || little.i32(0) == ZipDirectory.END_RECORD
            || (isScript(little) && ZipDirectory.ends(little)));
  }

  /** Whether a script begins, which may start what it carries: zipapp, pex, executable jars. */
  private static boolean isScript(Bytes bytes) {
    return bytes.contains(0, 2) && bytes.u8(0) == '#' && bytes.u8(1) == '!';
  }

  /** Whether a script begins, and a local header stands in the first bytes of a file. */
  public static boolean mayBeginWithScript(Bytes head) {
    if (!isScript(head)) {
      return false;
    }
    Bytes little = head.withOrder(ByteOrder.LITTLE_ENDIAN);
    for (long at = head.indexOf((byte) 'P', 0, head.length() - 3);
        at >= 0;
        at = head.indexOf((byte) 'P', at + 1, head.length() - 3)) {
      if (little.i32(at) == ZipDirectory.LOCAL) {
        return true;
      }
    }
    return false;
  }

  public void read() throws IOException {
    ZipDirectory directory = new ZipDirectory(bytes, structure);
    long at = from;
    for (ZipEntry entry : directory.entries()) {
      long dataStart = dataStart(entry, directory);
      long dataEnd = dataStart + entry.packedSize();
      if (entry.localStart() < at) {
        throw malformed(entry, "entries that do not overlap", "one that begins before " + at);
      }
      if (entry.packedSize() < 0 || dataEnd > directory.start()) {
        throw malformed(
            entry, "contents before the central directory", entry.packedSize() + " bytes");
      }
      gap(at, entry.localStart());
      at = dataEnd + descriptorSize(entry, dataEnd, directory.start());
      entry(entry, dataStart, dataEnd, at);
    }
    gap(at, directory.start());
    visitor.own("[archive]", region.shipped(directory.end(), region.length()));
  }

  private long dataStart(ZipEntry entry, ZipDirectory directory) {
    long local = entry.localStart();
    if (local < 0
        || local > directory.start() - LOCAL_SIZE
        || bytes.i32(local) != ZipDirectory.LOCAL) {
      throw malformed(entry, "a local header", "other bytes");
    }
    return local + LOCAL_SIZE + bytes.u16(local + 26) + bytes.u16(local + 28);
  }

  /** 4.3.9: with or without a signature, with numbers of 32 bits or of 64. */
  private long descriptorSize(ZipEntry entry, long at, long end) {
    if (!entry.hasDescriptor()) {
      return 0;
    }
    boolean isSigned = bytes.contains(at, 4) && bytes.i32(at) == DESCRIPTOR;
    long sizes = at + (isSigned ? 8 : 4);
    boolean isLong =
        bytes.contains(sizes, 16)
            && bytes.i64(sizes) == entry.packedSize()
            && bytes.i64(sizes + 8) == entry.fileSize();
    return Math.min(end - at, (isSigned ? 8 : 4) + (isLong ? 16 : 8));
  }

  private void gap(long from, long to) {
    if (from >= to) {
      return;
    }
    boolean isSigned = to - from >= 24 && bytes.text(to - SIGNATURE.length(), to).equals(SIGNATURE);
    long start = isSigned ? to - 8 - bytes.i64(to - 24) : to;
    if (isSigned && start >= from && start < to) {
      gap(from, start);
      visitor.own("[APK signing block]", region.shipped(start, to));
      return;
    }
    visitor.own(from == this.from ? "[before the archive]" : "[gap]", region.shipped(from, to));
  }

  private void entry(ZipEntry entry, long dataStart, long dataEnd, long end) throws IOException {
    Region packed = region.slice(dataStart, dataEnd);
    List<DeflateStream> opened = new ArrayList<>();
    String problem = problem(entry);
    CheckedContents content =
        new CheckedContents(open(entry, problem, packed, opened), new CRC32());
    long fileSize = Math.max(0, entry.fileSize());
    EntryKind kind = entry.kind();
    String link = "";
    if (kind == EntryKind.SYMBOLIC_LINK && problem.isEmpty() && entry.fileSize() < MAX_LINK) {
      byte[] target = new byte[(int) Math.max(0, entry.fileSize())];
      int count = content.readUpTo(target, 0, target.length);
      link = new String(target, 0, count, StandardCharsets.UTF_8);
    }
    try {
      visitor.entry(new EntryHeader(entry.path(), kind, link, entry.codec(), problem), content);
      if (kind == EntryKind.FILE && problem.isEmpty()) {
        long at = entry.recordStart();
        fileSize = content.compare(visitor, entry.path(), at, fileSize, entry.check());
      }
    } finally {
      opened.forEach(DeflateStream::close);
    }
    long header = region.shipped(entry.localStart(), dataStart);
    long record = region.shipped(entry.recordStart(), entry.recordEnd());
    long tail = region.shipped(dataEnd, end);
    visitor.weighed(header + record + tail, packed.shipped(), fileSize);
  }

  private static String problem(ZipEntry entry) {
    if (entry.isEncrypted()) {
      return "encrypted";
    }
    return switch (entry.method()) {
      case ZipEntry.STORED, ZipEntry.DEFLATED, 93, 95 -> "";
      default -> "packed by " + entry.codec() + ", for which there is no decoder";
    };
  }

  private ContentStream open(
      ZipEntry entry, String problem, Region packed, List<DeflateStream> opened)
      throws IOException {
    if (!problem.isEmpty()) {
      return new PlainStream(packed.slice(0, 0));
    }
    String name = structure + "!" + entry.path();
    switch (entry.method()) {
      case ZipEntry.DEFLATED -> {
        DeflateStream stream = new DeflateStream(packed, name);
        opened.add(stream);
        return stream;
      }
      case 93 -> {
        return new ZstdStream(packed, name);
      }
      case 95 -> {
        return new XzStream(packed, name);
      }
      default -> {
        return new PlainStream(packed);
      }
    }
  }

  private MalformedBinaryException malformed(ZipEntry entry, String expected, String found) {
    String name = structure + "!" + entry.path();
    return new MalformedBinaryException(name, entry.localStart(), expected, found);
  }
}
